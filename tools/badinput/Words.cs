// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.BadInput;

/// <summary>What a text is spoilt with.</summary>
static class Words
{
    public static readonly char[] Digits = [.. "0123456789"];

    /// <summary>
    /// Controls, byte order marks, halves of surrogate pairs, what a decoder puts for bytes that
    /// are no UTF-8, marks that join the character before, line ends of other systems, what turns
    /// writing around, what steers a terminal, digits that are not 0 to 9.
    /// </summary>
    public static readonly string[] Junk =
    [
        "\0", "\r", "\n", "\r\n", "\t", " ", "\v", "\f", "\u001a", "\u007f", "\u0085", "\u00a0",
        "\ufeff", "\ufffe", "\uffff", "\ud800", "\udc00", "\udc00\ud800", "\ufffd", "\u0301",
        "e\u0301\u0301\u0301", "\u2028", "\u2029", "\u202e", "\u200b", "\u001b[31m", "\u001b]0;x\a",
        "\u001b[2J", "\u0660", "\uff11", "\u00b2", "\u0130", "\u0131", "\u00e9", "\ud83d\ude00",
        "'", "\"", "`", "\\", "/", "%s", "%n", "$(:)", "&", "<", ">", "{0}", "}", "{", "[", "]",
        "(", ")", ",", ";", ":", "=", "+", "-", "*", "|", "#", "//", "/*", "*/", "..", ".", "@",
    ];

    public static readonly string[] Nesting =
        ["(", "[", "{", "/*", "\"", "[[", " ", "\t", "=", "x", "p0 = ", "-", "+vm ", "e x", "0x"];

    public static readonly string[] Extremes =
    [
        "0", "1", "-1", "00", "0x", "0x0", "0x1", "2", "31", "32", "33", "63", "64", "65", "127",
        "255", "256", "4095", "4096", "65535", "65536", "1048575", "1048576", "0x7fffffff",
        "0x80000000", "0xffffffff", "4294967295", "4294967296", "0x1000000000", "0x7fffffffffff",
        "0x7fffffffffffffff", "9223372036854775807", "9223372036854775808",
        "0x8000000000000000", "0xffffffffffffffff", "18446744073709551615",
        "18446744073709551616", "99999999999999999999999999999999999999999", "1e9", "1.5", "1_000",
        "+1", "ffffffffffffffff", "0xfffffffffffff000",
        "000000000000000000000000000000000000000000000000000000000000000000000000000000000000001",
    ];

    /// <summary>Of every format that is read, and of others.</summary>
    public static readonly string[] Tokens =
    [
        "vmcheck trace 1", "vmcheck trace 2", "machine", "era 6.1 faithful", "p0", "m1", "a2",
        "f3[0..1]", "r4", "NULL", "NULL*3", "START", "START-0x1000", "vmalloc(1)", "vfree(p0)",
        "p0 = vmalloc(4096)", "take(4, -1)", "on cpu 1", "fail page once 0", "fail any alternate 1",
        "GFP_KERNEL|__GFP_NOFAIL", "VM_MAP", "PAGE_KERNEL", "page=64", "levels=3/3/3/3", "rcu=manual",
        "> boot", "> vmalloc size=1000", "= ok", "= bug:x", "= @0", "e p+0:d2:0", "+vm @0 1000 2 0 -",
        "-va @0 @1000 4", "n lazy=0", "i text", "end", "end dead", "config name=x", "pages=1-3,null",
        "fault=slab:once:0", "@-1000", "null", "order va @0", "lazy=1", "cls=1:2",
        "0xffffc90000000000-0xffffc90000003000   12288 f+0x1/0x2 [m] pages=2 vmalloc N0=2",
        "0x(ptrval)-0x(ptrval)", "vmalloc", "ioremap phys=1000", "unpurged vm_area", "vpages", "N0=1",
        "N4294967296=1", "pages=18446744073709551615", "{\"a\": [1, 2", "<xml/>", "#!/bin/sh",
        "SELECT *", "--- a/x", "+++ b/x", "@@ -1 +1 @@", "PK\u0003\u0004", "SQLite format 3\0",
        "\u007fELF",
    ];
}
