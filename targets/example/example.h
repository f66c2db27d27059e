/* SPDX-License-Identifier: GPL-2.0-only */
/* A small honest vmalloc, file by file: copy what you need. README.md tells where to begin. */
#ifndef EXAMPLE_H
#define EXAMPLE_H

#include "vmcheck.h"

typedef uint64_t u64;

extern struct vmcheck_machine machine;
extern struct vmcheck_step *step;

static inline u64 page_size(void)
{
	return 1ULL << machine.page_shift;
}

/* Wraps to 0 for the last page's worth of sizes, as the kernel's PAGE_ALIGN. */
static inline u64 page_align(u64 size)
{
	return (size + page_size() - 1) & ~(page_size() - 1);
}

void report(enum vmcheck_event_kind kind, u64 address, u64 end, int id, u64 bytes);
void warn(enum vmcheck_splat splat, u64 address);

/* slab.c: objects by identity. This begins each of them; what follows is bytes long, and zero. */
struct object {
	int id;
	enum vmcheck_slab_kind kind;
	unsigned int bytes;
	struct object *next, **link;	/* in the list of all that live */
};

void *slab_alloc(enum vmcheck_slab_kind kind, unsigned int bytes, uint32_t gfp, int node);
void slab_free(void *object);
struct object *host_alloc(unsigned int bytes);	/* no object of the simulated slab: id -1 */
void host_free(struct object *object);
void slab_reset(void);
void slab_walk(struct vmcheck_picture *picture);

/* pages.c: page frames and what they hold */
int page_alloc(uint32_t gfp, int node);
void page_free(int frame);
void page_fill(int frame, uint8_t byte);
uint8_t page_byte(int frame);
int pages_init(void);
void pages_reset(void);
void pages_walk(struct vmcheck_picture *picture);

/* tables.c: four levels of page tables, never given back */
u64 translate(u64 addr);		/* the entry of a page, 0 when there is none */
int make_table(u64 addr, uint32_t gfp);	/* every level above a page; 0, or -1: no memory */
int map_pages(u64 addr, u64 end, u64 prot, const int32_t *pages, u64 count, uint32_t gfp);
void unmap_pages(u64 addr, u64 end);
u64 table_end(u64 addr);		/* the first address that another pte table covers */
int entry_frame(u64 entry);
u64 entry_prot(u64 entry);
void tables_reset(void);
void tables_walk(struct vmcheck_picture *picture);

/* tlb.c: what every CPU remembers of the tables */
u64 tlb_translate(int cpu, u64 addr);
void flush_tlb(u64 start, u64 end);
void tlb_reset(void);
void tlb_walk(struct vmcheck_picture *picture);

/* areas.c: ranges of address space, first fit; freed ones wait for the purge */
struct vmap_area {
	struct object object;
	u64 start, end;
	int lazy;
	struct vm_struct *vm;		/* NULL once it left vmlist */
	struct vmap_area *next;		/* by address; in the RCU queue: by time */
};

u64 guard_size(void);
struct vmap_area *alloc_vmap_area(
	u64 size, u64 align, u64 start, u64 end, uint32_t gfp, int node);
struct vmap_area *find_vmap_area(u64 addr);
struct vmap_area *first_vmap_area(void);
void free_vmap_area(struct vmap_area *va);
void purge(void);
void run_rcu_callbacks(void);
void areas_reset(void);
void areas_walk(struct vmcheck_picture *picture);

/* vm.c: ranges with a descriptor, their guard page included */
struct vm_struct {
	struct object object;
	u64 addr, size;
	uint32_t flags;
	uint32_t nr_pages;
	enum vmcheck_caller caller;
	struct object *array;		/* the frames of a block; NULL: it has none of its own */
	u64 nested_at;			/* the block that would hold the array in memory, or 0 */
};

struct vm_struct *get_vm_area(u64 size, u64 align, uint32_t flags, u64 start, u64 end,
			      uint32_t gfp, int node, enum vmcheck_caller caller);
struct vm_struct *find_vm_area(u64 addr);
struct vm_struct *remove_vm_area(u64 addr);
void count_pages(struct vm_struct *vm, uint32_t nr_pages);
void set_vm_flags(struct vm_struct *vm, uint32_t flags);
int map_vm_area(struct vm_struct *vm, u64 prot, const int32_t *pages, u64 count, uint32_t gfp);
void vm_walk(struct vmcheck_picture *picture);

#endif /* EXAMPLE_H */
