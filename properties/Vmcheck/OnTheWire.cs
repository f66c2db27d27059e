// SPDX-License-Identifier: GPL-2.0-only
using System.Reflection;
using Verification.Search;
using Verification.Spec;
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

/// <summary>Nothing is lost between host and worker, whatever is added later.</summary>
public sealed class OnTheWire
{
    [Fact]
    public void A_profile_keeps_every_fact()
    {
        Profile sent = Profile.Of(Era.V2632, DefectMode.Fixed);
        foreach (PropertyInfo fact in typeof(Profile).GetProperties())
        {
            fact.SetValue(sent, Other(fact.GetValue(sent)!));
        }

        Assert.Equal(sent, Through(output => output.Write(sent), Wire.ReadProfile));
    }

    [Fact]
    public void A_call_keeps_every_argument()
    {
        Step sent = new();
        Step received = new();
        sent.Clear(7);
        sent.Call.AddPage(5);
        sent.Call.AddPage(-1);
        PropertyInfo[] arguments =
            [.. typeof(Call).GetProperties().Where(static argument => argument.CanWrite
                && argument.SetMethod!.IsPublic)];
        foreach (PropertyInfo argument in arguments)
        {
            argument.SetValue(sent.Call, Other(argument.GetValue(sent.Call)!));
        }

        Through(output => output.Write(sent.Index, sent.Call), input =>
        {
            input.ReadCall(received);
            return 0;
        });

        Assert.Equal(7, received.Index);
        Assert.Equal([5, -1], received.Call.Pages.ToArray());
        Assert.All(arguments, argument => Assert.Equal(
            argument.GetValue(sent.Call), argument.GetValue(received.Call)));
    }

    [Fact]
    public void A_result_keeps_its_texts_and_bytes()
    {
        Step sent = new() { Outcome = new(OutcomeKind.Bug, 1, 2, "vfree"), FaultFired = true };
        Step received = new();
        sent.Add(EventKind.PageAlloc, 3, 4, 5, 6);
        sent.Text.Append("a line\n");
        sent.Bytes.Add((7, 8));
        sent.Counters = new()
        {
            LazyPages = 9, PagesInUse = 10, RcuPending = 11, Tables = (1, 2, 3),
        };

        Through(output => output.WriteResult(sent), input =>
        {
            input.ReadResult(received);
            return 0;
        });

        Assert.Equal(
            (sent.Outcome, sent.FaultFired, sent.Counters),
            (received.Outcome, received.FaultFired, received.Counters));
        Assert.Equal(sent.Events.ToArray(), received.Events.ToArray());
        Assert.Equal("a line\n", received.Text.ToString());
        Assert.Equal(sent.Bytes, received.Bytes);
    }

    [Fact]
    public void What_was_broken_keeps_its_cluster_and_whether_it_is_confirmed()
    {
        FirstBroken sent = new(7, new(FailureLaws.CallsReturn, 3, "somebody")
        {
            Cluster = new("CallsReturn", "vfree", "SIGSEGV"),
        }) { IsConfirmed = false };

        Assert.Equal(sent, Through(sent.Write, FirstBroken.Read));
    }

    static T Through<T>(Action<BinaryWriter> write, Func<BinaryReader, T> read)
    {
        using MemoryStream pipe = new();
        using BinaryWriter output = new(pipe);
        write(output);
        pipe.Position = 0;
        using BinaryReader input = new(pipe);
        return read(input);
    }

    /// <summary>A value of the same type that is another.</summary>
    static object Other(object value) => value switch
    {
        bool yes => !yes,
        int number => number + 1,
        byte number => (byte)(number + 1),
        ulong number => number + 1,
        string text => text + "x",
        Fault => new Fault(FaultSite.Page, FaultMode.Sticky, 3),
        Reading => new Reading(FaultSite.Page, 3),
        Pgprot => Pgprot.KernelExec,
        Enum word => Enum.ToObject(word.GetType(), Convert.ToInt32(word) ^ 1),
        _ => throw new ArgumentException(
            $"no other {value.GetType().Name} is known", nameof(value)),
    };
}
