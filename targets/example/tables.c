// SPDX-License-Identifier: GPL-2.0-only
/* Page tables of four levels. They are taken when first needed, and never given back. */
#include <stdlib.h>
#include <string.h>
#include "example.h"

#define PGD (-1)
#define MOST_TABLES (1 << 14)
#define FRAME_MASK 0x000ffffffffff000ULL

/* An entry is a page's (its frame from bit 12 on, and its pgprot), or points to a lower table. */
struct table {
	u64 base;			/* the first address it covers */
	int id;
	int level;			/* enum vmcheck_table_level, or PGD */
	struct table *taken_before;
	union entry {
		u64 pte;
		struct table *below;
	} entries[1 << 10];
};

static struct table pgd = { .level = PGD };
static struct table *taken;
static struct table *spare;

/* The lowest address bit that an index into tables of a level is made of. */
static int shift_of(int level)
{
	int shift = machine.page_shift;
	int below;

	for (below = VMCHECK_TABLE_PTE; below > level; below--)
		shift += machine.level_bits[below + 1];
	return shift;
}

static union entry *entry_of(struct table *table, u64 addr)
{
	u64 last = (1ULL << machine.level_bits[table->level + 1]) - 1;

	return &table->entries[addr >> shift_of(table->level) & last];
}

static void table_clear(struct table *table)
{
	int level = table->level + 1;

	memset(table->entries, 0, sizeof(*table->entries) << machine.level_bits[level]);
}

static struct table *table_alloc(int level, u64 addr, uint32_t gfp)
{
	struct vmcheck_event event = {
		.kind = VMCHECK_EVENT_TABLE_FAIL, .detail = level, .address = addr,
		.gfp = (gfp & VMCHECK_GFP_RECLAIM_MASK) | VMCHECK_GFP_ZERO,
	};
	int id = taken ? taken->id + 1 : 0;
	int covered = shift_of(level - 1);
	struct table *table = spare;

	if (vmcheck_fails(step, VMCHECK_SITE_TABLE) || id == MOST_TABLES) {
		vmcheck_event(step, event);
		return NULL;
	}
	if (table)
		spare = table->taken_before;
	else
		table = malloc(sizeof(*table));
	if (!table)
		abort();
	table->base = covered < 64 ? addr >> covered << covered : 0;
	table->id = id;
	table->level = level;
	table->taken_before = taken;
	table_clear(table);
	taken = table;
	step->counters.tables[level]++;
	event.kind = VMCHECK_EVENT_TABLE_ALLOC;
	event.id = id;
	vmcheck_event(step, event);
	return table;
}

/* The pte table of an address; NULL where there is none. */
static struct table *find_table(u64 addr)
{
	struct table *table = &pgd;

	while (table && table->level != VMCHECK_TABLE_PTE)
		table = entry_of(table, addr)->below;
	return table;
}

int make_table(u64 addr, uint32_t gfp)
{
	struct table *table = &pgd;

	while (table->level != VMCHECK_TABLE_PTE) {
		union entry *entry = entry_of(table, addr);

		if (!entry->below)
			entry->below = table_alloc(table->level + 1, addr, gfp);
		if (!entry->below)
			return -1;
		table = entry->below;
	}
	return 0;
}

u64 table_end(u64 addr)
{
	u64 covered = 1ULL << shift_of(VMCHECK_TABLE_PMD);

	return (addr | (covered - 1)) + 1;
}

u64 translate(u64 addr)
{
	struct table *table = find_table(addr);

	return table ? entry_of(table, addr)->pte : 0;
}

int entry_frame(u64 entry)
{
	return (int)((entry & FRAME_MASK) >> 12);
}

u64 entry_prot(u64 entry)
{
	return entry & ~FRAME_MASK;
}

/* Returns 0; or -1 for want of a table, or at an entry that is taken, or a page that is NULL. */
int map_pages(u64 addr, u64 end, u64 prot, const int32_t *pages, u64 count, uint32_t gfp)
{
	u64 i;

	for (i = 0; addr < end; i++, addr += page_size()) {
		union entry *entry;

		if (make_table(addr, gfp) < 0)
			return -1;
		entry = entry_of(find_table(addr), addr);
		if (entry->pte) {
			warn(VMCHECK_SPLAT_OCCUPIED, addr);
			return -1;
		}
		if (i >= count || pages[i] < 0) {
			warn(VMCHECK_SPLAT_NULL_PAGE, addr);
			return -1;
		}
		entry->pte = (u64)pages[i] << 12 | prot;
		report(VMCHECK_EVENT_PTE_SET, addr, 0, pages[i], prot);
	}
	return 0;
}

void unmap_pages(u64 addr, u64 end)
{
	while (addr < end) {
		struct table *table = &pgd;
		union entry *entry = entry_of(table, addr);

		while (table->level != VMCHECK_TABLE_PTE && entry->below) {
			table = entry->below;
			entry = entry_of(table, addr);
		}
		if (table->level == VMCHECK_TABLE_PTE && entry->pte) {
			int frame = entry_frame(entry->pte);

			entry->pte = 0;
			report(VMCHECK_EVENT_PTE_CLEAR, addr, 0, frame, 0);
		}
		/* Nothing else lies in what this entry covers. */
		addr = (addr | ((1ULL << shift_of(table->level)) - 1)) + 1;
	}
}

void tables_reset(void)
{
	while (taken) {
		struct table *table = taken;

		taken = table->taken_before;
		table->taken_before = spare;
		spare = table;
	}
	table_clear(&pgd);
}

static void walk_table(struct vmcheck_picture *picture, const struct table *table)
{
	int i;

	if (table->level != PGD) {
		vmcheck_show(&picture->tables, (struct vmcheck_table){
			.level = table->level, .base = table->base, .id = table->id,
		});
	}
	for (i = 0; i < 1 << machine.level_bits[table->level + 1]; i++) {
		const union entry *entry = &table->entries[i];

		if (table->level != VMCHECK_TABLE_PTE) {
			if (entry->below)
				walk_table(picture, entry->below);
		} else if (entry->pte) {
			vmcheck_show(&picture->translations, (struct vmcheck_translation){
				.address = table->base + ((u64)i << machine.page_shift),
				.frame = entry_frame(entry->pte), .prot = entry_prot(entry->pte),
			});
		}
	}
}

void tables_walk(struct vmcheck_picture *picture)
{
	walk_table(picture, &pgd);
}
