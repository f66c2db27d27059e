// SPDX-License-Identifier: GPL-2.0-only
/*
 * Boot, and back to boot: what the tree's own objects keep is put back as it was before
 * vmalloc_init, which then runs again.
 */
#include <linux/init.h>
#include <linux/mmzone.h>
#include <linux/radix-tree.h>
#include "stubs.h"

#define DIRECT_MAP	0x200000000000UL
#define STRUCT_PAGES	0x210000000000UL
#define MOST_FRAMES	(1UL << 20)

extern char __start_tree_data[], __stop_tree_data[], __start_tree_bss[], __stop_tree_bss[];
extern initcall_entry_t __start_tree_calls[], __stop_tree_calls[];

static char *as_loaded;

static void make_sections(void)
{
#ifdef CONFIG_SPARSEMEM_EXTREME
	static struct mem_section root[SECTIONS_PER_ROOT];
	static struct mem_section *roots[NR_SECTION_ROOTS];
	static struct {
		struct mem_section_usage usage;
		unsigned long map[64];
	} all;
	unsigned long section;

	memset(&all, 0xff, sizeof(all));
	for (section = 0; section < SECTIONS_PER_ROOT; section++) {
		root[section].section_mem_map =
			SECTION_HAS_MEM_MAP | SECTION_IS_EARLY | SECTION_IS_ONLINE;
		root[section].usage = &all.usage;
	}
	roots[0] = root;
	mem_section = roots;
#endif
}

static unsigned long data_bytes(void)
{
	return __stop_tree_data - __start_tree_data;
}

static unsigned long bss_bytes(void)
{
	return __stop_tree_bss - __start_tree_bss;
}

/* Once a process. */
static int map_all(void)
{
	unsigned long pages = TABLE_PAGES + MOST_FRAMES;

	if (host_map_memory(DIRECT_MAP, pages << PAGE_SHIFT) ||
	    host_map_plain(STRUCT_PAGES, pages * sizeof(struct page)))
		return -1;
	as_loaded = host_alloc(data_bytes());
	if (!as_loaded)
		return -1;
	memcpy(as_loaded, __start_tree_data, data_bytes());
	page_offset_base = DIRECT_MAP;
	vmemmap_base = STRUCT_PAGES;
	make_sections();
	boot_cpu_data.x86_capability[X86_FEATURE_PSE / 32] |= 1u << X86_FEATURE_PSE % 32;
#if SINCE(6, 10)
	cpumask_set_cpu(0, &__cpu_online_mask);
	cpumask_set_cpu(0, &__cpu_possible_mask);
#endif
	host_catch_faults();
	return 0;
}

int tree_init(void)
{
	if (machine.frames > (int)MOST_FRAMES) {
		vmcheck_log(step, "at most %lu page frames\n", MOST_FRAMES);
		return -1;
	}
	if (!as_loaded && map_all()) {
		vmcheck_log(step, "no memory, or the addresses of the simulated kernel are taken\n");
		return -1;
	}
	return tables_init();
}

void tree_reset(void)
{
	initcall_entry_t *call;

	memcpy(__start_tree_data, as_loaded, data_bytes());
	memset(__start_tree_bss, 0, bss_bytes());
	vmalloc_base = machine.start;
	atomic_long_set(&_totalram_pages, machine.total_ram);
	booting = true;
	radix_tree_init();
	vmalloc_init();
	for (call = __start_tree_calls; call < __stop_tree_calls; call++)
		initcall_from_entry(call)();
	run_deferred();
	booting = false;
}
