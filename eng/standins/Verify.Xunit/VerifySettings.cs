// SPDX-License-Identifier: GPL-2.0-only
using System.Text;

namespace VerifyTests;

/// <summary>Where a snapshot lies and what is taken out of a text before it is compared.</summary>
public class VerifySettings
{
    readonly List<Action<StringBuilder>> scrubbers = [];

    /// <summary>The defaults: beside the source file, named after class and method, nothing taken
    /// out.</summary>
    public VerifySettings()
    {
    }

    /// <summary>A copy; later changes of either do not touch the other.</summary>
    public VerifySettings(VerifySettings? settings)
    {
        if (settings is not null)
        {
            Directory = settings.Directory;
            FileName = settings.FileName;
            TypeName = settings.TypeName;
            MethodName = settings.MethodName;
            Parameters = settings.Parameters;
            Accepts = settings.Accepts;
            scrubbers.AddRange(settings.scrubbers);
        }
    }

    /// <summary>The directory of the snapshot, relative to that of the source file; null: the
    /// same.</summary>
    public string? Directory { get; private set; }

    internal string? FileName { get; private set; }

    internal string? TypeName { get; private set; }

    internal string? MethodName { get; private set; }

    internal object?[]? Parameters { get; private set; }

    internal bool Accepts { get; private set; }

    internal IEnumerable<Action<StringBuilder>> Scrubbers => scrubbers;

    /// <summary>Puts the snapshot into a directory, relative to that of the source file.</summary>
    public void UseDirectory(string directory) => Directory = directory;

    /// <summary>Names the snapshot, instead of class, method and parameters.</summary>
    public void UseFileName(string fileName)
    {
        if (TypeName is not null || MethodName is not null)
        {
            throw new InvalidOperationException(
                "UseFileName is not compatible with UseMethodName or UseTypeName.");
        }

        FileName = CheckedName(fileName);
    }

    /// <summary>Stands for the class in the name of the snapshot.</summary>
    public void UseTypeName(string name)
    {
        RefuseWithFileName(nameof(UseTypeName));
        TypeName = CheckedName(name);
    }

    /// <summary>Stands for the method in the name of the snapshot.</summary>
    public void UseMethodName(string name)
    {
        RefuseWithFileName(nameof(UseMethodName));
        MethodName = CheckedName(name);
    }

    /// <summary>Appends <c>_name=value</c> for each of the method's parameters, in their
    /// order.</summary>
    public void UseParameters(params object?[] parameters)
    {
        RefuseWithFileName(nameof(UseParameters));
        Parameters = parameters;
    }

    /// <summary>Changes the text before it is compared; of several the one added last runs
    /// first.</summary>
    public void AddScrubber(Action<StringBuilder> scrubber) => scrubbers.Insert(0, scrubber);

    /// <summary>Accepts whatever this test produces.</summary>
    public void AutoVerify() => Accepts = true;

    static string CheckedName(string name) =>
        name.Length > 0 && name.IndexOfAny(Path.GetInvalidFileNameChars()) < 0
            ? name
            : throw new ArgumentException(
                $"Invalid character for file name. Value: {name}.", nameof(name));

    void RefuseWithFileName(string caller)
    {
        if (FileName is not null)
        {
            throw new InvalidOperationException($"{caller} is not compatible with UseFileName.");
        }
    }
}
