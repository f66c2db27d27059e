// SPDX-License-Identifier: GPL-2.0-only
using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace FsCheck.Xunit;

/// <summary>Turns a method with <see cref="PropertyAttribute"/> into one test case of
/// xunit.</summary>
public class PropertyDiscoverer(IMessageSink messageSink) : IXunitTestCaseDiscoverer
{
    /// <summary>One test case a method.</summary>
    public IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions,
        ITestMethod testMethod,
        IAttributeInfo factAttribute) =>
    [
        new PropertyTestCase(
            messageSink,
            discoveryOptions.MethodDisplayOrDefault(),
            discoveryOptions.MethodDisplayOptionsOrDefault(),
            testMethod),
    ];
}

/// <summary>A test case whose arguments FsCheck makes.</summary>
public class PropertyTestCase : XunitTestCase
{
    /// <summary>For xunit, which fills it in from its serialized form.</summary>
#pragma warning disable CS0618 // xunit marks the constructor that only it may call.
    public PropertyTestCase()
    {
    }
#pragma warning restore CS0618

    /// <summary>The test case of a method.</summary>
    public PropertyTestCase(
        IMessageSink diagnosticMessageSink,
        TestMethodDisplay defaultMethodDisplay,
        TestMethodDisplayOptions defaultMethodDisplayOptions,
        ITestMethod testMethod)
        : base(diagnosticMessageSink, defaultMethodDisplay, defaultMethodDisplayOptions, testMethod)
    {
    }

    /// <inheritdoc/>
    public override Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink,
        IMessageBus messageBus,
        object[] constructorArguments,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource) =>
        new CaseRunner(
            this, DisplayName, SkipReason, constructorArguments, messageBus, aggregator,
            cancellationTokenSource)
            .RunAsync();

    sealed class CaseRunner(
        IXunitTestCase testCase,
        string displayName,
        string skipReason,
        object[] constructorArguments,
        IMessageBus messageBus,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellation)
        : XunitTestCaseRunner(
            testCase, displayName, skipReason, constructorArguments, [], messageBus, aggregator,
            cancellation)
    {
        protected override XunitTestRunner CreateTestRunner(
            ITest test,
            IMessageBus messageBus,
            Type testClass,
            object[] constructorArguments,
            MethodInfo testMethod,
            object[] testMethodArguments,
            string skipReason,
            IReadOnlyList<BeforeAfterTestAttribute> beforeAfterAttributes,
            ExceptionAggregator aggregator,
            CancellationTokenSource cancellationTokenSource) =>
            new PropertyRun(
                test, messageBus, testClass, constructorArguments, testMethod, skipReason,
                beforeAfterAttributes, new(aggregator), cancellationTokenSource);
    }
}
