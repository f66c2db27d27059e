// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Properties;

/// <summary>The text of a library that can nearly nothing; tests change a line of it.</summary>
static class SmallLibrary
{
    /// <summary>
    /// Knows vmalloc, which answers NULL, and a machine of pages of 64 bytes.
    /// </summary>
    public const string Source = """
        #include "vmcheck.h"
        static struct vmcheck_step *step;
        uint32_t vmcheck_abi(void) { return VMCHECK_ABI; }
        const char *vmcheck_name(void) { return "small"; }
        uint32_t vmcheck_observes(void) { return VMCHECK_OBSERVES_EVENTS; }
        void vmcheck_profile(struct vmcheck_profile *profile)
        {
            *profile = (struct vmcheck_profile){ .name = "nothing promised" };
        }
        int vmcheck_init(const struct vmcheck_machine *machine, struct vmcheck_step *shared)
        {
            step = shared;
            if (machine->page_shift == 6)
                return 0;
            vmcheck_log(step, "pages of %d bits\n", machine->page_shift);
            return -1;
        }
        void vmcheck_reset(void) { }
        void vmcheck_walk(struct vmcheck_picture *picture) { (void)picture; }
        uint64_t vmcheck_vmalloc(uint64_t size) { (void)size; return 0; }
        """;

    public static string With(string line, string other) =>
        Source.Contains(line) ? Source.Replace(line, other)
            : throw new ArgumentException($"no such line: {line}", nameof(line));

    /// <summary>With another body of vmalloc.</summary>
    public static string WithVmalloc(string body) => With("(void)size; return 0;", body);
}
