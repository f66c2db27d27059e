// SPDX-License-Identifier: GPL-2.0-only
#pragma warning disable CA1032 // Nobody but the runner of properties makes one.
namespace FsCheck.Xunit;

/// <summary>A property is false, or too few arguments fit it; the message is FsCheck's
/// report.</summary>
public class PropertyFailedException : Exception
{
    /// <summary>The report of a run that did not pass.</summary>
    public PropertyFailedException(TestResult testResult)
        : base(Environment.NewLine + Runner.onFinishedToString("", testResult))
    {
    }

    /// <summary>The report of a run, and what the failing test threw.</summary>
    public PropertyFailedException(string userMessage, Exception innerException)
        : base(userMessage, innerException)
    {
    }
}
