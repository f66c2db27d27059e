// SPDX-License-Identifier: GPL-2.0-only
using System.Reflection;
using System.Runtime.Loader;
using Xunit.Sdk;

namespace Verification.Mutants;

/// <summary>The quick tests, loaded once more with the mutated assembly among those they use.</summary>
sealed class LoadedTests : IDisposable
{
    readonly Context context;
    readonly XunitTestFrameworkDiscoverer discoverer;
    readonly Dictionary<Test, IXunitTestCase> cases = [];
    readonly HashSet<string> known = new(StringComparer.Ordinal);

    /// <param name="name">Of the mutated assembly.</param>
    /// <param name="image">The mutated assembly, as a file holds it.</param>
    /// <param name="tests">Name of the assembly of the tests.</param>
    /// <param name="active">In force from the first line on; -1: none.</param>
    public LoadedTests(string name, byte[] image, string tests, int active = -1)
    {
        context = new(name, image, isPassing: active >= 0);
        Mutated = context.LoadFromAssemblyName(new(name));
        Switches = new(Mutated) { Active = active };
        Assembly assembly = context.LoadFromAssemblyName(new(tests));
        discoverer = new(Reflector.Wrap(assembly), new Discovery([]), new NullMessageSink());
    }

    public Assembly Mutated { get; }

    public Switchboard Switches { get; }

    /// <summary>Whether an assembly is loaded anew for each trial; packages are shared.</summary>
    public static bool IsOurs(string assembly) =>
        assembly.StartsWith("Verification.", StringComparison.Ordinal)
        || assembly is "vmcheck" or "mutants";

    /// <summary>All of them.</summary>
    public IReadOnlyCollection<Test> Find()
    {
        using Discovery found = new(cases);
        discoverer.Find(includeSourceInformation: false, found, found);
        found.Finished.WaitOne();
        known.UnionWith(cases.Keys.Select(static test => test.Class));
        return cases.Keys;
    }

    /// <summary>Whether the test passes; one that is not there does not.</summary>
    public bool Passes(Test test)
    {
        if (known.Add(test.Class))
        {
            using Discovery found = new(cases);
            discoverer.Find(test.Class, includeSourceInformation: false, found, found);
            found.Finished.WaitOne();
        }

        if (!cases.TryGetValue(test, out IXunitTestCase? one))
        {
            return false;
        }

        using CancellationTokenSource never = new();
        using Discovery bus = new([]);
        return one.RunAsync(new NullMessageSink(), bus, [], new ExceptionAggregator(), never)
            .GetAwaiter().GetResult().Failed == 0;
    }

    public void Dispose()
    {
        discoverer.Dispose();
        context.Dispose();
    }

    /// <summary>Everything of ours is loaded anew.</summary>
    /// <param name="isPassing">
    /// Whether it is unloaded after use. What is stays as slow as it starts, as it is compiled once.
    /// </param>
    sealed class Context(string mutated, byte[] image, bool isPassing)
        : AssemblyLoadContext("mutants", isPassing), IDisposable
    {
        public void Dispose()
        {
            if (IsCollectible)
            {
                Unload();
            }
        }

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            string name = assemblyName.Name!;
            if (name == mutated)
            {
                return LoadFromStream(new MemoryStream(image));
            }

            return IsOurs(name) ? LoadFromAssemblyPath(
                Path.Combine(AppContext.BaseDirectory, name + ".dll")) : null;
        }
    }
}
