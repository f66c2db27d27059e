// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Properties;

/// <summary>Mistakes in what kmemleak, vmallocinfo and meminfo say.</summary>
static class DoctoredReports
{
    public static readonly Doctored[] All =
    [
        new(nameof(ReportLaws.BlocksAreKnownToKmemleak),
            static script => script.Allocate(
                new Command(CommandKind.Vmalloc) { Size = 5000 }, 2),
            static script => script[0].Change(
                EventKind.KmemleakAlloc, static e => e with { Bytes = 0x2000 })),
        new(nameof(ReportLaws.KmemleakKnowsOnlyBlocks),
            DoctoredCalls.Freed,
            static script => script[1].Drop(EventKind.KmemleakFree)),
        new(nameof(ReportLaws.KmemleakStaysOn),
            static script => script.Vmalloc(1),
            static script => script[0].Add(EventKind.KmemleakRefused, script.Machine.Start)),
        new(nameof(ReportLaws.ScansReportWhatIsForgotten),
            Leaks,
            static script => script[2].Drop(EventKind.KmemleakReport)),
        new(nameof(ReportLaws.VmallocinfoListsTheLiveAreas),
            static script =>
            {
                script.Vmalloc(1);
                script.Reserve(1);
                script.Look(new(CommandKind.Vmallocinfo)).Text = """
                    0x0000490000000000-0x0000490000002000    8192 caller pages=1 vmalloc N0=1
                    0x0000490000003000-0x0000490000005000    8192 vmap

                    """;
            },
            static script => script[2].Text = """
                0x0000490000003000-0x0000490000005000    8192 vmap
                0x0000490000000000-0x0000490000002000    8192 caller pages=1 vmalloc N0=1

                """),
        new(nameof(VmallocinfoLaws.VmallocinfoTellsEachArea),
            static script =>
            {
                script.Vmalloc(1);
                script.Look(new(CommandKind.Vmallocinfo)).Text =
                    "0x0000490000000000-0x0000490000002000    8192 f+0x1 pages=1 vmalloc N0=1\n";
            },
            static script => script[1].Text =
                "0x0000490000000000-0x0000490000002000    8192 f+0x1 pages=1 vmalloc N0=2\n"),
        new(nameof(VmallocinfoLaws.OtherReadersSeeWholeAreas),
            ReadWhileBuilt,
            static script => script.Last.Text += HalfBuilt),
        new(nameof(ReportLaws.UsageIsTheSumOfAreas),
            static script =>
            {
                script.Vmalloc(1);
                script.Look(new(CommandKind.VmallocUsage)).Outcome =
                    Outcome.Number(0x2000, extra: 0x5dfff);
            },
            static script => script[1].Outcome = Outcome.Number(0x1000, extra: 0x5dfff)),
    ];

    const string WhollyBuilt =
        "0x0000490000000000-0x0000490000002000    8192 f+0x1 pages=1 vmalloc N0=1\n";

    const string HalfBuilt =
        "0x0000490000003000-0x0000490000005000    8192 pages=1 vmalloc N0=1\n";

    /// <summary>A block, and another whose page is asked for while the list is read.</summary>
    public static void ReadWhileBuilt(Script script)
    {
        script.Vmalloc(1);
        script.Vmalloc(1);
        script.Last.ReadBefore(EventKind.PageAlloc, WhollyBuilt);
    }

    /// <summary>The same, before the second block has so much as an address.</summary>
    public static void ReadBeforeBuilt(Script script)
    {
        script.Vmalloc(1);
        script.Vmalloc(1);
        script.Last.ReadBefore(EventKind.SlabAlloc, WhollyBuilt);
    }

    /// <summary>A block whose address nobody remembers, and the scan that finds it.</summary>
    public static void Leaks(Script script)
    {
        Scripted block = script.Vmalloc(1);
        script.Call(CommandKind.Drop, Operand.Named(block.Name));
        script.Call(CommandKind.KmemleakScan).Add(EventKind.KmemleakReport, block.Start);
    }
}
