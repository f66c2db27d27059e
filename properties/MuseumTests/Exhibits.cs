// SPDX-License-Identifier: GPL-2.0-only
using Verification.Museum;
using Xunit;

namespace Verification.Properties;

/// <summary>The files of the museum, without a hunt.</summary>
public sealed class Exhibits
{
    public static TheoryData<string> Ids => [.. Collection.All.Select(exhibit => exhibit.Id)];

    /// <summary>What fails here names the change whose place in the model is gone.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Can_be_planted_in_the_model_as_it_is(string id)
    {
        using Planting planting = Planting.Of(Collection.Find(id)!);

        Assert.NotNull(planting.Target(Spec.Era.V2632, Spec.DefectMode.Fixed));
    }

    [Fact]
    public void Have_an_id_of_their_own() =>
        Assert.Equal(Collection.All.Count, Collection.All.DistinctBy(one => one.Id).Count());
}
