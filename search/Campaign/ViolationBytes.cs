// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>Violations on their way between two processes of one build.</summary>
public static class ViolationBytes
{
    /// <summary>Writes all but where its culprit is, which a report finds out again.</summary>
    public static void Write(this BinaryWriter output, Violation violation)
    {
        output.Write(violation.Law.Id);
        output.Write(violation.StepIndex);
        output.Write(violation.Culprits);
        output.Write(violation.Cluster.Site);
        output.Write(violation.Cluster.State);
    }

    /// <summary>What the same build wrote.</summary>
    public static Violation ReadViolation(this BinaryReader input)
    {
        Law law = Claim.All[input.ReadInt32()];
        return new(law, input.ReadInt32(), input.ReadString())
        {
            Cluster = new(law.Name, input.ReadString(), input.ReadString()),
        };
    }
}
