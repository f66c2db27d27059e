// SPDX-License-Identifier: GPL-2.0-only
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;
using Xunit.Abstractions;

namespace FsCheck.Xunit;

/// <summary>Keeps the result of one run, and prints its tests when they are verbose.</summary>
sealed class Report(ITestOutputHelper output) : IRunner
{
    /// <summary>Null until the run is done.</summary>
    internal TestResult? Result { get; private set; }

    public void OnStartFixture(Type t)
    {
    }

    public void OnArguments(
        int ntest,
        FSharpList<object> args,
        FSharpFunc<int, FSharpFunc<FSharpList<object>, string>> every) =>
        Print(every.Invoke(ntest).Invoke(args));

    public void OnShrink(
        FSharpList<object> args, FSharpFunc<FSharpList<object>, string> everyShrink) =>
        Print(everyShrink.Invoke(args));

    public void OnFinished(string name, TestResult testResult) => Result = testResult;

    void Print(string text)
    {
        if (text.Length > 0)
        {
            output.WriteLine(text);
        }
    }
}
