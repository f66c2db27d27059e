// SPDX-License-Identifier: GPL-2.0-only
using Xunit;
using Xunit.Sdk;

namespace FsCheck.Xunit;

/// <summary>Runs a method as a property: FsCheck makes the arguments, and shrinks those that
/// fail.</summary>
/// <remarks>Stand-in for FsCheck.Xunit 3.6.0. What is not set comes from
/// <see cref="PropertiesAttribute"/> of the class, of the classes around it and of the assembly, in
/// this order, and at last from FsCheck.</remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
[XunitTestCaseDiscoverer("FsCheck.Xunit.PropertyDiscoverer", "FsCheck.Xunit")]
public class PropertyAttribute : FactAttribute
{
    /// <summary>"(seed,gamma)" repeats a run; "(seed,gamma,size)" repeats its failing test alone.
    /// Null: a new run.</summary>
    public string? Replay { get; set; }

    /// <summary>How many tests run at once; -1 when not set: one after the other.</summary>
    public int Parallelism
    {
        get => Settings.Parallelism ?? -1;
        set => Settings.Parallelism = value;
    }

    /// <summary>How many tests make a run; -1 when not set: 100.</summary>
    public int MaxTest { get => Settings.MaxTest ?? -1; set => Settings.MaxTest = value; }

    /// <summary>How many rejected arguments end a run; -1 when not set: 1000.</summary>
    public int MaxRejected
    {
        get => Settings.MaxRejected ?? -1;
        set => Settings.MaxRejected = value;
    }

    /// <summary>The size of the first test; -1 when not set: 1.</summary>
    public int StartSize { get => Settings.StartSize ?? -1; set => Settings.StartSize = value; }

    /// <summary>The size of the last test, reached in equal steps; -1 when not set: 100.</summary>
    public int EndSize { get => Settings.EndSize ?? -1; set => Settings.EndSize = value; }

    /// <summary>Prints the arguments of every test and every shrink.</summary>
    public bool Verbose { get => Settings.Verbose ?? false; set => Settings.Verbose = value; }

    /// <summary>Prints nothing when the run passes.</summary>
    public bool QuietOnSuccess
    {
        get => Settings.QuietOnSuccess ?? false;
        set => Settings.QuietOnSuccess = value;
    }

    /// <summary>Types whose static members give an Arbitrary; of two for one type the first
    /// counts.</summary>
#pragma warning disable CA1819 // An attribute's argument can only be an array.
    public Type[] Arbitrary { get; set; } = [];
#pragma warning restore CA1819

    internal PropertySettings Settings { get; } = new();
}

/// <summary>What all properties of a class, of the classes in it, or of an assembly have in
/// common.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Assembly)]
public class PropertiesAttribute : PropertyAttribute
{
}
