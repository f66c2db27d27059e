// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>What a vm_struct says, in a few words.</summary>
static class AreaTold
{
    /// <summary>Empty for an area that needs none.</summary>
    public static string Of(AreaFact area, AddressText addresses)
    {
        VmEntry descriptor = area.Descriptor;
        if (descriptor.Size == 0)
        {
            return area.State == AreaWord.Live ? "not on vmlist" : "";
        }

        List<string> words = [TraceWords.Of(descriptor.Flags)];
        if (descriptor.NrPages != 0)
        {
            words.Add($"nr_pages {descriptor.NrPages}");
        }

        if (descriptor.NestedAt != 0)
        {
            words.Add($"pages array at {addresses.Short(descriptor.NestedAt)}");
        }
        else if (descriptor.ArrayObject >= 0)
        {
            words.Add("pages array in the slab");
        }

        if (area.State == AreaWord.Live && descriptor.Size != unchecked(area.End - area.Start))
        {
            words.Add($"vm_struct.size {SizeText.Of(descriptor.Size)}");
        }

        return string.Join(", ", words);
    }
}
