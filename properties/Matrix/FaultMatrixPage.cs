// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Xunit;

namespace Verification.Properties;

/// <summary>
/// What docs/fault-matrix.md says of the code is true of the code; its figures are held by .ci/run.
/// </summary>
public sealed class FaultMatrixPage
{
    static readonly string text = Repository.Read("docs/fault-matrix.md");

    [Fact]
    public void Names_every_machine() =>
        Assert.All(MatrixMachines.All, machine => Assert.Contains($"`{machine.Name}`", text));

    [Fact]
    public void Names_every_way_to_fail() =>
        Assert.All(Enum.GetValues<CellMode>(), mode => Assert.Matches(
            $@"\n\|[^|]*\b{CellModes.Of(mode)}\b[^|]*\|", text));

    [Fact]
    public void Says_up_to_how_many_allocations_pairs_are_tried() =>
        Assert.Contains($"at most {FaultMatrix.MostForPairs} allocations", text);

    [Fact]
    public void Names_the_test_that_holds_what_it_says_of_nofail() =>
        Assert.Contains(
            $"`{nameof(MatrixOfTheModel)}` holds this at every site", text);
}
