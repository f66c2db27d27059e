// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Targets;

/// <summary>How far a recording can be followed, and why not farther.</summary>
static class Reach
{
    const ulong MostTabled = 1UL << 36;

    /// <summary>Sequences refused by name, from the command with this text on.</summary>
    static readonly (string File, string Command, string Reason)[] refused =
    [
        ("case-bug_freearea.txt", "free_vm_area @0",
            "passes a descriptor that is not the area's own, which a recording does not say"),
    ];

    /// <summary>Why the sequence ends before this command; null when it goes on.</summary>
    public static string? Refusal(Recording recording, RecordedBlock block)
    {
        string name = Path.GetFileName(recording.File);
        foreach ((string file, string command, string reason) in refused)
        {
            if (file == name && command == block.Command.Text)
            {
                return $"{file}: {reason}";
            }
        }

        return recording.OutOfReach ?? block.Command.OutOfReach
            ?? (FillsTables(recording, block.Command) ? "more page tables than fit" : null);
    }

    /// <summary>alloc_vm_area makes all tables of its range, and no memory limits them.</summary>
    static bool FillsTables(Recording recording, RecordedCommand command) =>
        command.Command is { Kind: CommandKind.AllocVmArea, Size: > MostTabled } call
        && call.Size <= recording.Machine.End - recording.Machine.Start;
}
