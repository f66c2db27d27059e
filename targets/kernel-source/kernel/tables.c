// SPDX-License-Identifier: GPL-2.0-only
/*
 * Page tables as x86-64 has them with four levels; the entries are the genuine ones. Faithful: the
 * levels, huge entries of 2 MiB, the order of every change. Tables have memory of their own and are
 * never freed.
 */
#include "stubs.h"

struct table {
	unsigned long base;	/* the first address it covers */
	u8 level;		/* enum vmcheck_table_level */
};

static struct table tables[TABLE_PAGES];
static unsigned long nr_tables;		/* ever taken; number 0 is the pgd */
static pgd_t *pgd_page;

struct mm_struct init_mm;
pteval_t __supported_pte_mask = ~0UL, __default_kernel_pte_mask = ~0UL;

int tables_init(void)
{
	pgd_page = pfn_to_kaddr(0);
	init_mm.pgd = pgd_page;
	return 0;
}

void tables_reset(void)
{
	unsigned long table;

	for (table = 0; table < nr_tables; table++)
		memset(pfn_to_kaddr(table), 0, PAGE_SIZE);
	nr_tables = 1;
	memset(step->counters.tables, 0, sizeof(step->counters.tables));
}

/* GFP_KERNEL, narrowed by the scope that the task is in. */
static void *take_table(enum vmcheck_table_level level, unsigned long address)
{
	struct vmcheck_event event = {
		.kind = VMCHECK_EVENT_TABLE_FAIL, .detail = level, .address = address,
		.gfp = shown_gfp(current_gfp_context(GFP_KERNEL | __GFP_ZERO)),
	};
	struct table *table = &tables[nr_tables];

	settle();
	if (fails(VMCHECK_SITE_TABLE) || nr_tables == TABLE_PAGES) {
		vmcheck_event(step, event);
		return NULL;
	}
	table->base = address;
	table->level = level;
	event.kind = VMCHECK_EVENT_TABLE_ALLOC;
	event.id = nr_tables;
	vmcheck_event(step, event);
	step->counters.tables[level]++;
	return pfn_to_kaddr(nr_tables++);
}

/* The address that an entry of a table covers first. */
static unsigned long covered(const void *entry, unsigned long each)
{
	unsigned long at = (unsigned long)entry;

	return tables[__pa(at) >> PAGE_SHIFT].base + (at & ~PAGE_MASK) / sizeof(pte_t) * each;
}

int __pte_alloc_kernel(pmd_t *pmd)
{
	pte_t *table = take_table(VMCHECK_TABLE_PTE, covered(pmd, PMD_SIZE));

	if (!table)
		return -ENOMEM;
	pmd_populate_kernel(&init_mm, pmd, table);
	return 0;
}

int __pmd_alloc(struct mm_struct *mm, pud_t *pud, unsigned long address)
{
	pmd_t *table = take_table(VMCHECK_TABLE_PMD, address & PUD_MASK);

	if (!table)
		return -ENOMEM;
	pud_populate(mm, pud, table);
	return 0;
}

int __pud_alloc(struct mm_struct *mm, p4d_t *p4d, unsigned long address)
{
	pud_t *table = take_table(VMCHECK_TABLE_PUD, address & PGDIR_MASK);

	if (!table)
		return -ENOMEM;
	p4d_populate(mm, p4d, table);
	return 0;
}

static u64 prot_of(u64 entry)
{
	return entry & ~PTE_PFN_MASK;
}

static void tell_set(unsigned long address, u64 entry, bool huge)
{
	vmcheck_event(step, (struct vmcheck_event){
		.kind = VMCHECK_EVENT_PTE_SET, .detail = huge, .address = address,
		.id = frame_of_entry(entry), .bytes = prot_of(entry),
	});
}

static void tell_clear(unsigned long address, u64 entry)
{
	report(VMCHECK_EVENT_PTE_CLEAR, address, 0,
	       frame_of_entry(entry), 0);
}

void heard_set_pte(unsigned long address, pte_t *entry, pte_t value)
{
	settle();
	set_pte(entry, value);
	if (pte_none(value))
		return;
	tell_set(address, pte_val(value), false);
}

pte_t heard_clear_pte(unsigned long address, pte_t *entry)
{
	pte_t old = *entry;

	settle();
	set_pte(entry, __pte(0));
	if (!pte_none(old))
		tell_clear(address, pte_val(old));
	return old;
}

void heard_cache_flush(enum vmcheck_event_kind kind, unsigned long start, unsigned long end)
{
	settle();
	if (kind == VMCHECK_EVENT_CACHE_FLUSH_UNMAP)
		range_is_unmapped(start);
	report(kind, start, end, 0, 0);
}

/* A huge entry is as many translations as it covers pages. */
static void tell_huge(bool set, unsigned long address, u64 entry)
{
	unsigned long offset;

	for (offset = 0; offset < PMD_SIZE; offset += PAGE_SIZE) {
		u64 part = (entry & ~_PAGE_PSE) + offset;

		if (set)
			tell_set(address + offset, part, true);
		else
			tell_clear(address + offset, part);
	}
}

int pmd_set_huge(pmd_t *pmd, phys_addr_t physical, pgprot_t prot)
{
	if (pmd_present(*pmd) && !(pmd_val(*pmd) & _PAGE_PSE))
		return 0;
	settle();
	set_pmd(pmd, __pmd(physical | _PAGE_PSE | pgprot_val(prot)));
	tell_huge(true, covered(pmd, PMD_SIZE), pmd_val(*pmd));
	return 1;
}

int pmd_clear_huge(pmd_t *pmd)
{
	u64 old = pmd_val(*pmd);

	if (!(old & _PAGE_PRESENT) || !(old & _PAGE_PSE))
		return 0;
	settle();
	set_pmd(pmd, __pmd(0));
	tell_huge(false, covered(pmd, PMD_SIZE), old);
	return 1;
}

/* No request of a machine as small as these comes to a gigabyte. */
int pud_set_huge(pud_t *pud, phys_addr_t physical, pgprot_t prot)
{
	return 0;
}

int pud_clear_huge(pud_t *pud)
{
	return 0;
}

int pud_free_pmd_page(pud_t *pud, unsigned long address)
{
	return 0;
}

/* A table that is there stays: the caller then maps page by page, as where huge pages are off. */
int pmd_free_pte_page(pmd_t *pmd, unsigned long address)
{
	return 0;
}

void pmd_clear_bad(pmd_t *pmd)
{
	die("pmd_clear_bad");
}

void pud_clear_bad(pud_t *pud)
{
	die("pud_clear_bad");
}

void arch_sync_kernel_mappings(unsigned long start, unsigned long end)
{
}

int set_direct_map_invalid_noflush(struct page *page)
{
	return 0;
}

int set_direct_map_default_noflush(struct page *page)
{
	return 0;
}

int vm_insert_page(struct vm_area_struct *vma, unsigned long address, struct page *page)
{
	return -EINVAL;		/* there are no user mappings here */
}

u64 translate(unsigned long address)
{
	p4d_t *p4d = p4d_offset(pgd_page + pgd_index(address), address);
	pud_t *pud;
	pmd_t *pmd;

	if (p4d_none(*p4d))
		return 0;
	pud = pud_offset(p4d, address);
	if (pud_none(*pud))
		return 0;
	pmd = pmd_offset(pud, address);
	if (pmd_none(*pmd))
		return 0;
	if (pmd_val(*pmd) & _PAGE_PSE)
		return (pmd_val(*pmd) & ~_PAGE_PSE) + (address & ~PMD_MASK & PAGE_MASK);
	return pte_val(*pte_offset_kernel(pmd, address));
}

static void show(struct vmcheck_picture *picture, unsigned long address, u64 entry)
{
	if (entry)
		vmcheck_show(&picture->translations, (struct vmcheck_translation){
			.address = address,
			.frame = frame_of_entry(entry),
			.prot = prot_of(entry),
		});
}

static void walk_pmd(struct vmcheck_picture *picture, const pmd_t *pmd, unsigned long base)
{
	const pte_t *ptes = pmd_none(*pmd) ? NULL : pte_offset_kernel((pmd_t *)pmd, 0);
	bool huge = pmd_val(*pmd) & _PAGE_PSE;
	unsigned long i;

	for (i = 0; ptes && i < PTRS_PER_PTE; i++, base += PAGE_SIZE)
		show(picture, base, huge ? translate(base) : pte_val(ptes[i]));
}

/* From the pgd down; what no upper level reaches is not there. */
void tables_walk(struct vmcheck_picture *picture)
{
	unsigned long i, j, k;

	for (i = 0; i < PTRS_PER_PGD; i++) {
		unsigned long base = i << PGDIR_SHIFT;
		p4d_t *p4d = p4d_offset(&pgd_page[i], base);
		pud_t *puds;

		if (p4d_none(*p4d))
			continue;
		puds = pud_offset(p4d, 0);
		for (j = 0; j < PTRS_PER_PUD; j++) {
			pmd_t *pmds;

			if (pud_none(puds[j]))
				continue;
			pmds = pmd_offset(&puds[j], 0);
			for (k = 0; k < PTRS_PER_PMD; k++)
				walk_pmd(picture, &pmds[k],
					 base + (j << PUD_SHIFT) + (k << PMD_SHIFT));
		}
	}
	for (i = 1; i < nr_tables; i++)
		vmcheck_show(&picture->tables, (struct vmcheck_table){
			.level = tables[i].level, .base = tables[i].base, .id = i,
		});
}
