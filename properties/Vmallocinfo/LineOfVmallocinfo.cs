// SPDX-License-Identifier: GPL-2.0-only
using Verification.Targets;
using Xunit;

namespace Verification.Properties;

public class LineOfVmallocinfo
{
    [Fact]
    public void Gives_every_column_of_a_vmalloc_area()
    {
        ListedArea area = Area("0xffffc20000347000-0xffffc2000034c000   20480 "
            + "xt_alloc_table_info+0xfe/0x130 [x_tables] pages=4 vmalloc user vpages N0=3 N12=1");
        Assert.Equal(0xffffc20000347000, area.Start);
        Assert.Equal(0xffffc2000034c000, area.End);
        Assert.Equal(20480UL, area.SizeBytes);
        Assert.Equal("xt_alloc_table_info", area.Caller);
        Assert.Equal("x_tables", area.Module);
        Assert.Equal(4UL, area.Pages);
        Assert.Null(area.Phys);
        Assert.Equal(AreaMarks.Vmalloc | AreaMarks.User | AreaMarks.Vpages, area.Marks);
        Assert.Equal([new NodeCount(0, 3), new NodeCount(12, 1)], area.Nodes);
    }

    [Theory]
    [InlineData("phys=7fee8000")]
    [InlineData("phys=0x000000007fee8000")]
    public void Reads_phys_with_and_without_0x(string phys)
    {
        ListedArea area = Area($"0xf8000000-0xf8002000    8192 ioremap+0x1/0x2 {phys} ioremap");
        Assert.Equal(0x7fee8000UL, area.Phys);
        Assert.Equal(LineClass.Ioremap, area.Class);
    }

    [Theory]
    [InlineData("0xc0118f2c vmalloc", "0xc0118f2c")]
    [InlineData("foo.isra.0.constprop.2+0x4/0x8 vmalloc", "foo.isra.0.constprop.2")]
    [InlineData("_RNvC3fooB3bar+0x4/0x8 [rust_mod] vmalloc", "_RNvC3fooB3bar")]
    [InlineData("site vmalloc", "site")]
    [InlineData("vmalloc", null)]
    public void Names_the_caller_however_it_is_printed(string rest, string? caller)
    {
        ListedArea area = Area($"0xf8000000-0xf8002000    8192 {rest}");
        Assert.Equal(caller, area.Caller);
        Assert.Equal(LineClass.Vmalloc, area.Class);
    }

    [Theory]
    [InlineData("ioremap", LineClass.Ioremap)]
    [InlineData("sparse user", LineClass.Sparse)]
    [InlineData("vmap", LineClass.Vmap)]
    [InlineData("user", LineClass.User)]
    [InlineData("dma-coherent", LineClass.DmaCoherent)]
    [InlineData("vm_map_ram", LineClass.VmMapRam)]
    [InlineData("unpurged vm_area", LineClass.Unpurged)]
    [InlineData("", LineClass.Untyped)]
    public void Has_the_class_of_its_word(string rest, LineClass expected) =>
        Assert.Equal(expected, Area($"0xf8000000-0xf8002000    8192 {rest}").Class);

    [Fact]
    public void Names_attributes_that_are_new()
    {
        AuditReport report = VmallocinfoAudit.Of(
            "0xf8000000-0xf8002000    8192 f+0x1/0x2 pages=1 vmalloc glittering tag=7 N0=1\n");
        Assert.Equal(
            [new UnknownAttribute(1, 57, "glittering"), new UnknownAttribute(1, 68, "tag=7")],
            report.UnknownAttributes);
        Assert.Single(report.Areas);
        Assert.Empty(report.Findings);
    }

    [Theory]
    [InlineData("hello", 1, "start address")]
    [InlineData("0xf8000000 8192", 11, "'-'")]
    [InlineData("0xf8000000-", 12, "end address")]
    [InlineData("0xf8000000-0xf8002000", 22, "size")]
    [InlineData("0xf8000000-0xf8002000 -8192", 23, "size")]
    [InlineData("0xf8000000-0xf8002000 99999999999999999999", 23, "size")]
    [InlineData("0xf80000000000000000-0xf8002000 8192", 1, "start address")]
    [InlineData("0x(ptrval-0x(ptrval 8192", 1, "')'")]
    [InlineData("0xf8000000-0xf8002000 8192 f pages=one vmalloc", 30, "pages=")]
    [InlineData("0xf8000000-0xf8002000 8192 f phys=0xyz ioremap", 30, "phys=")]
    [InlineData("0xf8000000-0xf8002000 8192 f pages=1 pages=1", 38, "twice")]
    [InlineData("0xf8000000-0xf8002000 8192 f vmalloc vmalloc", 38, "twice")]
    [InlineData("0xf8000000-0xf8002000 8192 f vmalloc N0=1 N0=1", 43, "twice")]
    [InlineData("0xf8000000-0xf8002000 8192 unpurged", 28, "vm_area")]
    [InlineData("0xf8000000-0xf8002000 8192 f\u0001 vmalloc", 29, "character")]
    public void That_is_no_area_says_where_and_why(string text, int column, string reason)
    {
        AuditReport report = VmallocinfoAudit.Of(text);
        Assert.Empty(report.Areas);
        UnparsedLine line = Assert.Single(report.Unparsed);
        Assert.Equal((1, column), (line.Line, line.Column));
        Assert.Contains(reason, line.Reason);
    }

    [Fact]
    public void May_be_blank_end_in_CR_LF_or_lack_its_newline()
    {
        AuditReport report = VmallocinfoAudit.Of(
            "\n  \r\n0xf8000000-0xf8002000    8192 f+0x1/0x2 pages=1 vmalloc\r\nbroken\n"
            + "0xf8003000-0xf8005000    8192 f+0x1/0x2 pages=1 vmalloc");
        Assert.Equal(
            [
                LineClass.Blank, LineClass.Blank, LineClass.Vmalloc, LineClass.Unparsed,
                LineClass.Vmalloc,
            ],
            report.Classes);
        Assert.Equal(4, Assert.Single(report.Unparsed).Line);
    }

    static ListedArea Area(string line)
    {
        AuditReport report = VmallocinfoAudit.Of(line + "\n");
        Assert.Empty(report.Unparsed);
        Assert.Empty(report.UnknownAttributes);
        return Assert.Single(report.Areas);
    }
}
