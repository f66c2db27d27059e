// SPDX-License-Identifier: GPL-2.0-only
/* Variables and small functions that the tree expects somewhere: faithful by being trivial. */
#include <linux/cpuhotplug.h>
#include <linux/jump_label.h>
#include <linux/swiotlb.h>
#include <asm/processor.h>
#include "stubs.h"

unsigned long page_offset_base, vmalloc_base, vmemmap_base, phys_base;
struct cpuinfo_x86 boot_cpu_data;
atomic_long_t _totalram_pages;
DEFINE_STATIC_KEY_FALSE(init_on_alloc);
DEFINE_STATIC_KEY_FALSE(init_on_free);
#ifdef CONFIG_SPARSEMEM_EXTREME
struct mem_section **mem_section;
#endif
#if SINCE(6, 10)
struct cpumask __cpu_online_mask, __cpu_possible_mask;
unsigned long empty_zero_page[PAGE_SIZE / sizeof(long)] __aligned(PAGE_SIZE);
#endif

int __cpuhp_setup_state(enum cpuhp_state state, const char *name, bool invoke,
			int (*startup)(unsigned int cpu), int (*teardown)(unsigned int cpu),
			bool multi)
{
	return 0;
}

#if SINCE(6, 10)
struct shrinker *shrinker_alloc(unsigned int flags, const char *format, ...)
{
	static struct shrinker shrinker;

	return &shrinker;
}

void shrinker_register(struct shrinker *shrinker)
{
}
#endif

/* Called from inline assembly that expects every register to be kept. */
#define KEEPS_REGISTERS __attribute__((no_caller_saved_registers, target("general-regs-only")))

KEEPS_REGISTERS unsigned int __sw_hweight32(unsigned int word)
{
	unsigned int bits = 0;

	for (; word; word &= word - 1)
		bits++;
	return bits;
}

KEEPS_REGISTERS unsigned long __sw_hweight64(__u64 word)
{
	unsigned long bits = 0;

	for (; word; word &= word - 1)
		bits++;
	return bits;
}

void __bitmap_set(unsigned long *map, unsigned int start, int length)
{
	for (; length > 0; length--, start++)
		map[start / BITS_PER_LONG] |= 1UL << start % BITS_PER_LONG;
}

void __bitmap_clear(unsigned long *map, unsigned int start, int length)
{
	for (; length > 0; length--, start++)
		map[start / BITS_PER_LONG] &= ~(1UL << start % BITS_PER_LONG);
}
