/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The machine under mm/vmalloc.c, file by file. What each stands for and how faithful it is, its
 * first comment says. Events are reported where the kernel's own calls pass through here, so they
 * have the kernel's own order.
 */
#ifndef STUBS_H
#define STUBS_H

#include <linux/version.h>
#include <linux/mm.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>
#include <linux/pgtable.h>
#include <asm/pgalloc.h>
#include <asm/tlbflush.h>
#include "vmcheck.h"
#include "host/host.h"

#define SINCE(major, minor) (LINUX_VERSION_CODE >= KERNEL_VERSION(major, minor, 0))

/* 6.10 gave every allocating function a twin that is profiled; the plain name became a macro. */
#if SINCE(6, 10)
#define ALLOCATOR(name) name##_noprof
#else
#define ALLOCATOR(name) name
#endif

extern struct vmcheck_machine machine;
extern struct vmcheck_step *step;
extern bool booting;			/* nothing is told of what happens at boot */

void report(enum vmcheck_event_kind kind, u64 address, u64 end, s32 id, u64 bytes);

/* seq_file.c: prints /proc/vmallocinfo; returns the bytes it would need. */
u64 print_vmallocinfo(char *text, u64 room);
void read_in_call(void);			/* as another task does */

/* Whether an allocation of a call fails; at boot none does. */
static inline bool fails(enum vmcheck_fault_site site)
{
	if (booting)
		return false;
	if (vmcheck_is_read(step, site))
		read_in_call();
	return vmcheck_fails(step, site);
}

/* A kernel of one node asks for no other. */
static inline s32 shown_node(int node)
{
	return IS_ENABLED(CONFIG_NUMA) ? node : 0;
}

uint32_t shown_gfp(gfp_t real);
gfp_t real_gfp(uint32_t shown);

/* pages.c: frames. Page tables lie below the first frame. */
#define TABLE_PAGES	16384UL
#define FIRST_FRAME	TABLE_PAGES

extern unsigned long frame_count;

struct page *take_page(gfp_t gfp, int node);
s32 frame_of(const struct page *page);		/* -1: none of the machine's */
s32 frame_of_pfn(unsigned long pfn);
s32 frame_of_entry(u64 entry);
void note_kernel_write(unsigned long pfn);
void fill_frame(s32 frame, u8 value);		/* as a caller of vmalloc does */
int pages_init(void);
void pages_reset(void);
void pages_walk(struct vmcheck_picture *picture);

/* slab.c: objects. The next one is of this kind; then they are OTHER again. */
void next_object_is(enum vmcheck_slab_kind kind);
s32 object_id(const void *memory);		/* -1: not an object */
void slab_check(void);				/* when a call is over */
void slab_reset(void);
void slab_walk(struct vmcheck_picture *picture);

/* tables.c: four levels, 4 KiB pages; and what the tree's macros for entries are heard by. */
void heard_set_pte(unsigned long address, pte_t *entry, pte_t value);
pte_t heard_clear_pte(unsigned long address, pte_t *entry);
void heard_cache_flush(enum vmcheck_event_kind kind, unsigned long start, unsigned long end);
u64 translate(unsigned long address);		/* the entry of a page as a pte, 0: none */
int tables_init(void);
void tables_reset(void);
void tables_walk(struct vmcheck_picture *picture);

/* tlb.c: what each CPU remembers. */
u64 tlb_translate(int cpu, unsigned long address);
void tlb_reset(void);
void tlb_walk(struct vmcheck_picture *picture);

/* deferred.c: RCU callbacks and works run when a call is over. */
void run_deferred(void);
void run_callbacks(void);
void deferred_reset(void);

/* locks.c */
void locks_check(void);
void locks_reset(void);

/* messages.c */
void messages_reset(void);

/* copying.c: what vread is given */
extern char *copy_target;
extern u64 copy_room;

/* api.c: leaves the call that kernel code runs in, and says why. */
extern int in_kernel;
void __noreturn die(const char *why);
void api_reset(void);

/* vmalloc.c: what the tree keeps in variables of its own */
bool is_busy_root(const struct rb_root *root);
bool is_free(unsigned long start, unsigned long end);
long lazy_pages_now(void);
bool is_purge_lock(const struct mutex *lock);
void each_busy(void (*look)(const struct vmap_area *va));
void each_lazy(void (*look)(const struct vmap_area *va));
void each_vmap_area(void (*look)(const void *va));	/* free ones and spare ones too */

/* ranges.c: tells what changed since the last call that passed through a stub. */
void settle(void);
void before_flush(void);
void range_is_unmapped(unsigned long start);
void call_is_over(void);
void heard_insertion(struct rb_node *node, struct rb_root *root);
void heard_removal(struct rb_node *node, struct rb_root *root);
void ranges_reset(void);
void ranges_walk(struct vmcheck_picture *picture);

/* task.c */
void task_reset(void);
void enter_interrupt(void);
void leave_interrupt(void);

/* reset.c */
int tree_init(void);
void tree_reset(void);

#endif /* STUBS_H */
