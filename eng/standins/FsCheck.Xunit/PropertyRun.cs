// SPDX-License-Identifier: GPL-2.0-only
using System.Reflection;
using Microsoft.FSharp.Core;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace FsCheck.Xunit;

/// <summary>Runs one property on one instance of its class; xunit makes the instance and disposes
/// of it.</summary>
sealed class PropertyRun(
    ITest test,
    IMessageBus messageBus,
    Type testClass,
    object[] constructorArguments,
    MethodInfo testMethod,
    string skipReason,
    IReadOnlyList<BeforeAfterTestAttribute> beforeAfterAttributes,
    ExceptionAggregator aggregator,
    CancellationTokenSource cancellation)
    : XunitTestRunner(
        test, messageBus, testClass, constructorArguments, testMethod, [], skipReason,
        beforeAfterAttributes, aggregator, cancellation)
{
    protected override async Task<Tuple<decimal, string>> InvokeTestAsync(
        ExceptionAggregator aggregator)
    {
        // The report of a passed property is output, also when the class asks for no helper.
        var output = ConstructorArguments.Select(AsOutput)
            .FirstOrDefault(static found => found is not null)
            ?? new TestOutputHelper();
        object[] arguments = [.. ConstructorArguments.Select(a => IsOutput(a) ? output : a)];
        output.Initialize(MessageBus, Test);
        decimal time = await new Invoker(
            Test, MessageBus, TestClass, arguments, TestMethod, BeforeAfterAttributes, aggregator,
            CancellationTokenSource, output).RunAsync();
        string text = output.Output;
        output.Uninitialize();
        return Tuple.Create(time, text);
    }

    static bool IsOutput(object argument) => argument is TestOutputHelper or Func<TestOutputHelper>;

    static TestOutputHelper? AsOutput(object argument) => argument switch
    {
        TestOutputHelper helper => helper,
        Func<TestOutputHelper> make => make(),
        _ => null,
    };

    sealed class Invoker(
        ITest test,
        IMessageBus messageBus,
        Type testClass,
        object[] constructorArguments,
        MethodInfo testMethod,
        IReadOnlyList<BeforeAfterTestAttribute> beforeAfterAttributes,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellation,
        ITestOutputHelper output)
        : XunitTestInvoker(
            test, messageBus, testClass, constructorArguments, testMethod, [],
            beforeAfterAttributes, aggregator, cancellation)
    {
        protected override async Task<decimal> InvokeTestMethodAsync(object testClassInstance)
        {
            await Aggregator.RunAsync(
                () => Timer.AggregateAsync(() => Task.Run(() => Check(testClassInstance))));
            return Timer.Total;
        }

        void Check(object? instance)
        {
            var report = new Report(output);
            var config = PropertySettings.ConfigFor(TestClass, TestMethod, report);
            FsCheck.Check.Method(config, TestMethod, FSharpOption<object?>.Some(instance));
            switch (report.Result)
            {
                case TestResult.Passed:
                    output.WriteLine(Runner.onFinishedToString("", report.Result));
                    break;
                case TestResult.Failed { Item4: Outcome.Failed outcome } failed:
                    throw new PropertyFailedException(
                        Environment.NewLine + Runner.onFailureToString(
                            "", failed.Item1, failed.Item2, failed.Item3, failed.Item5,
                            failed.Item6, failed.Item7),
                        outcome.Item);
                default:
                    throw new PropertyFailedException(report.Result!);
            }
        }
    }
}
