// SPDX-License-Identifier: GPL-2.0-only
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Verification.Mutants;

/// <summary>What xunit wants to talk to: it keeps the quick tests, and hears nothing else.</summary>
sealed class Discovery(Dictionary<Test, IXunitTestCase> cases) : LongLivedMarshalByRefObject,
    IMessageSink, IMessageBus, ISourceInformationProvider, ITestFrameworkDiscoveryOptions
{
    readonly Dictionary<string, object?> options = [];

    /// <summary>Set when all tests are known.</summary>
    public ManualResetEvent Finished { get; } = new(false);

    public bool OnMessage(IMessageSinkMessage message)
    {
        if (message is ITestCaseDiscoveryMessage { TestCase: IXunitTestCase test }
            && Test.IsQuick(test))
        {
            cases.TryAdd(Test.Of(test), test);
        }
        else if (message is IDiscoveryCompleteMessage)
        {
            Finished.Set();
        }

        return true;
    }

    public bool QueueMessage(IMessageSinkMessage message) => true;

    /// <summary>Where a test is written matters to nobody here.</summary>
    public ISourceInformation GetSourceInformation(ITestCase testCase) => new SourceInformation();

    public TValue? GetValue<TValue>(string name) =>
        options.TryGetValue(name, out object? value) ? (TValue?)value : default;

    public void SetValue<TValue>(string name, TValue value) => options[name] = value;

    public void Dispose() => Finished.Dispose();
}
