// SPDX-License-Identifier: GPL-2.0-only
using System.Reflection;
using FsCheck.Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Verification.StandIns;

/// <summary>Runs one property as xunit would, and keeps what it reports: so a failing one can be
/// looked at.</summary>
static class PropertyRunner
{
    internal static async Task<Verdict> Run(Type type, string method)
    {
        var assembly = new TestAssembly(Reflector.Wrap(type.Assembly));
        var collection = new TestCollection(assembly, collectionDefinition: null, "samples");
        var test = new TestMethod(
            new TestClass(collection, Reflector.Wrap(type)),
            Reflector.Wrap(type.GetMethod(method)!));
        var discoverer = (IXunitTestCaseDiscoverer)Activator.CreateInstance(
            typeof(PropertyDiscoverer), new NullMessageSink())!;
        var attribute = test.Method.GetCustomAttributes(typeof(PropertyAttribute)).Single();
        var found = Assert.Single(discoverer.Discover(new NoOptions(), test, attribute));
        using var bus = new Bus();
        using var cancellation = new CancellationTokenSource();
        object[] arguments = [.. type.GetConstructors().Single().GetParameters().Select(NewOutput)];
        var summary = await found.RunAsync(
            new NullMessageSink(), bus, arguments, new ExceptionAggregator(), cancellation);
        return bus.VerdictOf(summary);
    }

    // xunit 2.9 hands over a function, so that every test has its own output.
    static object NewOutput(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(ITestOutputHelper)
            ? new Func<TestOutputHelper>(static () => new TestOutputHelper())
            : throw new NotSupportedException($"No sample asks for {parameter.ParameterType}.");

    sealed class NoOptions : ITestFrameworkDiscoveryOptions
    {
        public TValue GetValue<TValue>(string name) => default!;

        public void SetValue<TValue>(string name, TValue value) =>
            throw new NotSupportedException($"No test sets {name}.");
    }

    sealed class Bus : IMessageBus
    {
        readonly List<IMessageSinkMessage> messages = [];

        public bool QueueMessage(IMessageSinkMessage message)
        {
            messages.Add(message);
            return true;
        }

        public void Dispose() => messages.Clear();

        internal Verdict VerdictOf(RunSummary summary)
        {
            var failed = messages.OfType<ITestFailed>().SingleOrDefault();
            return new(
                Passed: messages.OfType<ITestPassed>().Any()
                    && summary is { Total: 1, Failed: 0, Skipped: 0 },
                Skipped: messages.OfType<ITestSkipped>().Any() && summary.Skipped == 1,
                Output: messages.OfType<ITestResultMessage>().Single().Output ?? "",
                Message: string.Join('\n', failed?.Messages ?? []),
                Types: failed?.ExceptionTypes ?? []);
        }
    }
}

/// <summary>What xunit was told about one property.</summary>
sealed record Verdict(bool Passed, bool Skipped, string Output, string Message, string[] Types);
