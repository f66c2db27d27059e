// SPDX-License-Identifier: GPL-2.0-only
using System.Runtime.InteropServices;
using System.Text;
using Verification.Spec;

namespace Verification.Targets;

/// <summary>
/// The <c>struct vmcheck_step</c> of one library, with the buffers it points to and one buffer for
/// texts and bytes. It stays where it is until it is disposed of.
/// </summary>
sealed unsafe class SharedStep : IDisposable
{
    /// <summary>Bytes; the longest vread, and a vmallocinfo of ten thousand areas.</summary>
    public const int BufferBytes = 1 << 20;

    /// <summary>Bytes behind the buffer, for what is written beyond it.</summary>
    public const int MarginBytes = 64;

    const int LogBytes = 1 << 12;
    const int LastEvent = (int)EventKind.ListRead;

    readonly Abi.StepMemory* memory;

    /// <param name="events">Events of one call that there is room for.</param>
    public SharedStep(int events)
    {
        memory = (Abi.StepMemory*)NativeMemory.AllocZeroed((nuint)sizeof(Abi.StepMemory));
        memory->Events = (Event*)NativeMemory.Alloc((nuint)events, (nuint)sizeof(Event));
        memory->EventCapacity = (uint)events;
        memory->Log = (byte*)NativeMemory.Alloc(LogBytes);
        memory->LogCapacity = LogBytes;
        memory->Text = (byte*)NativeMemory.Alloc(BufferBytes);
        memory->TextCapacity = BufferBytes;
        Buffer = (byte*)NativeMemory.Alloc(BufferBytes + MarginBytes);
    }

    public Abi.StepMemory* Memory => memory;

    public byte* Buffer { get; }

    /// <summary>What the library logged since the last call began; empty for nothing.</summary>
    public string Log => Encoding.UTF8.GetString(
        memory->Log, (int)Math.Min(memory->LogLength, memory->LogCapacity));

    public ulong Extra => memory->Extra;

    public void Arm(Call call)
    {
        memory->Fault = call.Fault;
        memory->AlsoFault = call.AlsoFault;
        memory->Visits[0] = memory->Visits[1] = memory->Visits[2] = 0;
        memory->Fired = 0;
        memory->Reading = call.Reading;
        memory->TextLength = 0;
        memory->Cpu = call.Cpu;
        memory->EventCount = memory->EventsLost = memory->LogLength = 0;
        memory->Bug = null;
        memory->Extra = 0;
    }

    /// <summary>
    /// Hands over what the call reported; returns what was wrong with it, or with the call itself:
    /// null when neither.
    /// </summary>
    public string? Fill(Step step)
    {
        ReadOnlySpan<Event> events = new(
            memory->Events, (int)Math.Min(memory->EventCount, memory->EventCapacity));
        string? wrong = memory->Bug == null ? null : Marshal.PtrToStringUTF8((nint)memory->Bug);
        foreach (ref readonly Event e in events)
        {
            if ((int)e.Kind > LastEvent)
            {
                wrong ??= $"an event of no known kind, {(int)e.Kind}";
                break;
            }

            step.Add(in e);
        }

        Commands.AddText(step, new(
            memory->Text, (int)Math.Min(memory->TextLength, memory->TextCapacity)));
        step.FaultFired = memory->Fired != 0;
        step.Counters = CountersNow();
        return wrong ?? (memory->EventsLost == 0 ? null
            : $"a call of {memory->EventCapacity + (long)memory->EventsLost:N0} events, of which "
                + $"{memory->EventCapacity:N0} fit");
    }

    public Counters CountersNow()
    {
        ref Abi.CounterValues counters = ref memory->Counters;
        return new()
        {
            LazyPages = counters.LazyPages,
            PagesInUse = counters.PagesInUse,
            RcuPending = counters.RcuPending,
            Tables = (counters.Tables[0], counters.Tables[1], counters.Tables[2]),
        };
    }

    public void Dispose()
    {
        NativeMemory.Free(memory->Events);
        NativeMemory.Free(memory->Log);
        NativeMemory.Free(memory->Text);
        NativeMemory.Free(Buffer);
        NativeMemory.Free(memory);
    }
}
