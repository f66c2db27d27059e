/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * vmcheck.h - what a C library exports to be checked against the laws of Linux vmalloc
 *
 * SYNOPSIS
 *	#include "vmcheck.h"
 *	cc -shared -fPIC -I targets/include -o mine.so mine.c
 *	vmcheck check --target c:mine.so
 *
 * DESCRIPTION
 *	The library holds one simulated machine: page frames, page tables, TLBs, and the vmalloc
 *	under test. The host calls it from one thread, one call at a time, and is given the events
 *	inside each call, in their order. docs/c-abi.md tells how to begin.
 *
 *	Every function of the library is declared here. All addresses, of areas as of pages, are
 *	numbers: the host never follows one. A frame is a number from 0 to frames - 1, and -1 stands
 *	for no page (the NULL of the kernel's struct page *).
 *
 * VERSIONS
 *	VMCHECK_ABI grows when a struct or a meaning changes; a library of another version is
 *	refused. New commands are new symbols, and no new version; nor are new fields at the end of
 *	vmcheck_step that only a library meets which claims a new report.
 */
#ifndef VMCHECK_H
#define VMCHECK_H

/* Kernel code brings these from its own headers. */
#ifdef __KERNEL__
#include <linux/kernel.h>
#include <linux/stdarg.h>
#include <linux/types.h>
#else
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* Given to every symbol that the host looks up, so that -fvisibility=hidden may hide the rest. */
#define VMCHECK_EXPORT __attribute__((visibility("default")))

#define VMCHECK_ABI 3

/*
 * What the library can report. A law that needs what is not reported is left out, and said so.
 * A law is broken, not left out, when a report is claimed and not made.
 */
enum vmcheck_observes {
	VMCHECK_OBSERVES_EVENTS = 1,	/* areas, translations and frames, in order: a must */
	VMCHECK_OBSERVES_TLB = 2,	/* what every CPU's TLB holds: fills, evictions, flushes */
	VMCHECK_OBSERVES_CONTENTS = 4,	/* what frames hold: vmcheck_content, FRAME_WRITTEN */
	VMCHECK_OBSERVES_OBJECTS = 8,	/* slab objects by identity */
	VMCHECK_OBSERVES_KMEMLEAK = 16,	/* kmemleak's records and scans */
	VMCHECK_OBSERVES_COUNTERS = 32,	/* vmap_lazy_nr and its kin, in vmcheck_step.counters */
	VMCHECK_OBSERVES_LOCKS = 64,	/* locks taken and dropped */
	VMCHECK_OBSERVES_GFP = 128,	/* gfp and node of every allocation */
	VMCHECK_OBSERVES_TEXT = 256,	/* the text of /proc/vmallocinfo, the bytes of vread */
	VMCHECK_OBSERVES_READINGS = 512,	/* the list read by another task, inside a call */
};

/* How far the laws reach that the library wants to be held to. */
enum vmcheck_reach {
	VMCHECK_REACH_ANY,		/* every vmalloc */
	VMCHECK_REACH_LINUX,		/* every Linux */
	VMCHECK_REACH_LINUX2632,	/* Linux 2.6.32 and its neighbours, exactly */
};

/* Whose entry points there are: vzalloc came with 2.6.37, map_vm_area is gone in 6.1. */
enum vmcheck_era {
	VMCHECK_ERA_V2632,
	VMCHECK_ERA_V2637,
	VMCHECK_ERA_V2639,
	VMCHECK_ERA_V30,
	VMCHECK_ERA_V61,
	VMCHECK_ERA_V612,
};

/* Facts that laws rest on: bits of vmcheck_profile.facts. */
enum vmcheck_facts {
	VMCHECK_FACT_CLEARS_LAZILY = 1,	/* a freed range is mapped till the purge */
	VMCHECK_FACT_FLUSHES_LAZILY = 2,	/* TLBs are flushed at the purge, not at free */
	VMCHECK_FACT_HAS_GUARD_PAGE = 4,	/* every area ends in a page that is never mapped */
	VMCHECK_FACT_TABLES_IGNORE_GFP = 8,	/* page tables are taken with GFP_KERNEL, always */
	VMCHECK_FACT_WARNS_OF_SIZE_ZERO = 16,	/* vmalloc(0) draws a warning */
	VMCHECK_FACT_VMAP_IS_NOT_EXECUTABLE = 32,	/* whatever protection vmap is given */
	VMCHECK_FACT_FINDS_BY_ANY_ADDRESS = 64,	/* a free of an interior pointer is a free */
	VMCHECK_FACT_MIXES_KINDS = 128,	/* a vunmap of a block is not noticed */
	VMCHECK_FACT_ONLY_WAITS = 256,	/* gfp: GFP_KERNEL, GFP_NOFS, GFP_NOIO only */
	VMCHECK_FACT_HONOURS_NOFAIL = 512,	/* __GFP_NOFAIL sleeps until there is memory */
	VMCHECK_FACT_VREAD_NEEDS_AN_AREA = 1024,	/* vread that ends below the next area: 0 */
	VMCHECK_FACT_VREAD_READS_HOLES = 2048,	/* vread that meets no area: zeros, always */
	VMCHECK_FACT_DIRTY_NEEDS_WRITE = 4096,	/* no protection is dirty and read-only */
	VMCHECK_FACT_REMOVE_WANTS_PAGES = 8192,	/* remove_vm_area warns of odd addresses */
	VMCHECK_FACT_DEFERS_FREES = 16384,	/* vfree in interrupt context waits */
	VMCHECK_FACT_LEAVES_NO_GAP = 32768,	/* a new area may touch the one below it */
	VMCHECK_FACT_PAGES_DO_NOT_WARN = 65536,	/* data pages are asked for with __GFP_NOWARN */
};

/* What a version is known to do wrong: bits of vmcheck_profile.known; excused, or not made. */
enum vmcheck_known_defects {
	VMCHECK_KNOWN_WARNS_WITHOUT_MEMORY = 1,	/* one warning where no vmap_area was to be had */
	VMCHECK_KNOWN_NOFAIL_MAPS_OVER_ITSELF = 2,	/* __GFP_NOFAIL without page tables */
	VMCHECK_KNOWN_UNLINKS_BEFORE_IT_LOOKS = 4,	/* a wrong free takes vm_map_ram's areas */
};

/* What the library claims about itself; filled once, before anything else happens. */
struct vmcheck_profile {
	const char *name;		/* as printed: "6.1", "mine, without lazy free" */
	int32_t reach;			/* enum vmcheck_reach */
	int32_t era;			/* enum vmcheck_era */
	uint32_t facts;			/* enum vmcheck_facts */
	int32_t kmemleak_min_count;	/* references kmemleak must find to a block; Linux: 3 */
	uint64_t end_slack;		/* bytes that an area may end above vmalloc_end; mostly 0 */
	uint32_t known;			/* enum vmcheck_known_defects; mostly 0 */
};

/* The machine to simulate. */
struct vmcheck_machine {
	uint64_t start;			/* VMALLOC_START, page aligned */
	uint64_t end;			/* VMALLOC_END: no area may end above it */
	uint64_t shmlba;		/* alignment of vmalloc_user, bytes */
	int32_t page_shift;		/* bytes of a page are 1 << page_shift; 4 to 16 */
	int32_t level_bits[4];		/* index bits of pgd, pud, pmd, pte; 1 to 10 each, and 0
					   of a pud or pmd that the hardware does not have */
	int32_t total_ram;		/* totalram_pages: larger requests are refused at once */
	int32_t frames;			/* page frames that exist */
	int32_t nodes;			/* the node of frame f is f * nodes / frames */
	int32_t cpus;			/* possible CPUs, at most 32 */
	int32_t online;			/* online CPUs: 0 to online - 1 */
	int32_t lazy_max;		/* lazy_max_pages(): a free that leaves more purges */
	uint8_t rcu_manual;		/* RCU callbacks run in vmcheck_grace only, else at once */
	uint8_t debug_pagealloc;	/* a freed range is unmapped and flushed at once */
	uint8_t dma32;			/* zone DMA32 exists; else vmalloc_32 asks for zone DMA */
	uint8_t prints_rate_limited;	/* else no "vmap allocation failed" is printed */
	int32_t vmap_block_pages;	/* VMAP_BBMAP_BITS, if blocks are as 2.6.32 has them */
	int32_t long_bits;		/* of unsigned long and pointers: 64, 32 or 16 */
	int32_t int_bits;		/* of unsigned int: 32, or 8 to 31 */
	int32_t entry_bits;		/* of a page-table entry: 64, or 32 without NX */
};

/* Frames behind those of memory that no allocator owns: ioremap maps them. */
#define VMCHECK_DEVICE_FRAMES	256

/* gfp_t of 2.6.32: a call's mask, and that of every allocation inside it. */
enum vmcheck_gfp {
	VMCHECK_GFP_NONE = 0,
	VMCHECK_GFP_DMA = 0x1,
	VMCHECK_GFP_HIGHMEM = 0x2,
	VMCHECK_GFP_DMA32 = 0x4,
	VMCHECK_GFP_MOVABLE = 0x8,
	VMCHECK_GFP_WAIT = 0x10,
	VMCHECK_GFP_HIGH = 0x20,
	VMCHECK_GFP_IO = 0x40,
	VMCHECK_GFP_FS = 0x80,
	VMCHECK_GFP_COLD = 0x100,
	VMCHECK_GFP_NOWARN = 0x200,
	VMCHECK_GFP_REPEAT = 0x400,
	VMCHECK_GFP_NOFAIL = 0x800,
	VMCHECK_GFP_NORETRY = 0x1000,
	VMCHECK_GFP_COMP = 0x4000,
	VMCHECK_GFP_ZERO = 0x8000,
	VMCHECK_GFP_NOMEMALLOC = 0x10000,
	VMCHECK_GFP_HARDWALL = 0x20000,
	VMCHECK_GFP_THISNODE = 0x40000,
	VMCHECK_GFP_RECLAIMABLE = 0x80000,
	VMCHECK_GFP_NOTRACK = 0x200000,
	VMCHECK_GFP_ATOMIC = 0x20,
	VMCHECK_GFP_NOIO = 0x10,
	VMCHECK_GFP_NOFS = 0x50,
	VMCHECK_GFP_KERNEL = 0xd0,
	VMCHECK_GFP_ZONES = 0x7,		/* which memory, not how hard to try */
	VMCHECK_GFP_RECLAIM_MASK = 0x11ef0,	/* what a nested allocation inherits */
};

/* Flags of a vm_struct. */
enum vmcheck_vm_flags {
	VMCHECK_VM_NONE = 0,
	VMCHECK_VM_IOREMAP = 0x1,
	VMCHECK_VM_ALLOC = 0x2,
	VMCHECK_VM_MAP = 0x4,
	VMCHECK_VM_USERMAP = 0x8,
	VMCHECK_VM_VPAGES = 0x10,
};

/* pgprot_t of x86-64, as events and translations carry it. */
#define VMCHECK_PAGE_KERNEL		0x8000000000000163ULL
#define VMCHECK_PAGE_KERNEL_EXEC	0x163ULL
#define VMCHECK_PAGE_RW			0x2ULL

/*
 * EVENTS
 *	What happened inside a call, in its order. Fields that are not named mean nothing and are 0.
 */
enum vmcheck_event_kind {
	VMCHECK_EVENT_SLAB_ALLOC,	/* object id: detail = slab_kind, bytes, gfp, node */
	VMCHECK_EVENT_SLAB_FAIL,	/* none to be had: detail, bytes, gfp, node */
	VMCHECK_EVENT_SLAB_FREE,	/* object id of bytes given back */
	VMCHECK_EVENT_PAGE_ALLOC,	/* frame id: gfp, node; zero exactly with GFP_ZERO;
					   detail 1: by the same allocation as the last one */
	VMCHECK_EVENT_PAGE_FAIL,	/* no page: gfp, node */
	VMCHECK_EVENT_PAGE_FREE,	/* frame id given back */
	VMCHECK_EVENT_TABLE_ALLOC,	/* table id, of address: detail = table_level, gfp */
	VMCHECK_EVENT_TABLE_FAIL,	/* no table: detail = table_level, gfp, address */
	VMCHECK_EVENT_AREA_RESERVE,	/* a vmap_area [address, end), object id, enters the tree */
	VMCHECK_EVENT_AREA_LAZY,	/* the vmap_area at address waits for the purge */
	VMCHECK_EVENT_AREA_RELEASE,	/* [address, end) leaves the tree and may be handed out */
	VMCHECK_EVENT_VM_INSERT,	/* vm_struct, object id: bytes = size, gfp = flags */
	VMCHECK_EVENT_VM_UNLINK,	/* the vm_struct at address leaves vmlist */
	VMCHECK_EVENT_VM_FLAGS_SET,	/* the vm_struct at address: flags become gfp */
	VMCHECK_EVENT_VM_PAGES_COUNTED,	/* ... nr_pages becomes bytes */
	VMCHECK_EVENT_VM_PAGES_SET,	/* ... array is object id, or (id -1) the block at end */
	VMCHECK_EVENT_VM_CALLER_SET,	/* ... caller becomes id (vmcheck_caller) */
	VMCHECK_EVENT_PTE_SET,		/* page address becomes frame id, bytes = pgprot;
					   detail 1: by a huge entry of a pmd table */
	VMCHECK_EVENT_PTE_CLEAR,	/* page address, of frame id, is cleared */
	VMCHECK_EVENT_TLB_FLUSH,	/* [address, end) dropped on the CPUs of mask id */
	VMCHECK_EVENT_TLB_FILL,		/* CPU node loads page address: frame id, bytes = pgprot */
	VMCHECK_EVENT_TLB_EVICT,	/* CPU node forgets page address to make room */
	VMCHECK_EVENT_CACHE_FLUSH_MAP,	/* flush_cache_vmap over [address, end) */
	VMCHECK_EVENT_CACHE_FLUSH_UNMAP,	/* flush_cache_vunmap over [address, end) */
	VMCHECK_EVENT_KMEMLEAK_ALLOC,	/* kmemleak_alloc(address, bytes, min_count id, gfp) */
	VMCHECK_EVENT_KMEMLEAK_FREE,	/* kmemleak_free(address) removed a record of bytes */
	VMCHECK_EVENT_KMEMLEAK_UNKNOWN,	/* kmemleak_free(address) knew no such record */
	VMCHECK_EVENT_KMEMLEAK_ALIAS,	/* ... found the record at end, which covers address */
	VMCHECK_EVENT_KMEMLEAK_REFUSED,	/* such a record exists: kmemleak is off from here on */
	VMCHECK_EVENT_KMEMLEAK_REPORT,	/* a scan reports the block at address as leaked */
	VMCHECK_EVENT_LOCK,		/* lock detail (vmcheck_kernel_lock) taken */
	VMCHECK_EVENT_UNLOCK,		/* ... dropped */
	VMCHECK_EVENT_WARN,		/* detail = vmcheck_splat, about address, at line bytes */
	VMCHECK_EVENT_NO_VA_SPACE,	/* "vmap allocation for size bytes failed" */
	VMCHECK_EVENT_FRAME_WRITTEN,	/* what frame id holds becomes the tag bytes */
	VMCHECK_EVENT_VB_INSERT,	/* [address, end) is a per-CPU block of CPU node: object id */
	VMCHECK_EVENT_VB_REMOVE,	/* the block at address, object id, is a block no more */
	VMCHECK_EVENT_VB_QUEUE,		/* the block at address is on the queue of CPU node */
	VMCHECK_EVENT_VB_UNQUEUE,	/* ... leaves it */
	VMCHECK_EVENT_VB_TAKE,		/* pages [address, end) of a block of CPU node are handed
					   out, which leaves id that never were */
	VMCHECK_EVENT_VB_GIVE,		/* ... were given back and are dirty, id in all */
	VMCHECK_EVENT_USER_INSERT,	/* user space is given frame id, address bytes into its range */
	VMCHECK_EVENT_LIST_READ,	/* another task holds vmlist_lock and reads the list into text */
};

enum vmcheck_slab_kind {
	VMCHECK_SLAB_VM,		/* vm_struct */
	VMCHECK_SLAB_VA,		/* vmap_area */
	VMCHECK_SLAB_ARRAY,		/* a pages array of at most one page */
	VMCHECK_SLAB_OTHER,		/* what a tree keeps for later: no call has to free it */
	VMCHECK_SLAB_MISC,		/* pointers to the areas of a percpu group */
	VMCHECK_SLAB_VMAP_BLOCK,	/* vmap_block, where VB_ events tell of per-CPU blocks */
	VMCHECK_SLAB_RADIX_NODE,	/* a node of their tree: no call has to free it */
};

enum vmcheck_table_level {
	VMCHECK_TABLE_PUD,
	VMCHECK_TABLE_PMD,
	VMCHECK_TABLE_PTE,
	VMCHECK_TABLE_USER,		/* of a process: it goes with the call */
};

enum vmcheck_kernel_lock {
	VMCHECK_LOCK_VMAP_AREA,
	VMCHECK_LOCK_VMLIST,
	VMCHECK_LOCK_PURGE,
	VMCHECK_LOCK_PAGE_TABLE,
	VMCHECK_LOCK_VMAP_BLOCK,
	VMCHECK_LOCK_VMAP_BLOCK_QUEUE,
	VMCHECK_LOCK_VMAP_BLOCK_TREE,
	VMCHECK_LOCK_PREEMPTION,	/* get_cpu_var until put_cpu_var */
};

enum vmcheck_splat {
	VMCHECK_SPLAT_BAD_ADDRESS,	/* a free of what is not page aligned */
	VMCHECK_SPLAT_NO_AREA,		/* a free of what is not there */
	VMCHECK_SPLAT_OCCUPIED,		/* a page-table entry was not empty */
	VMCHECK_SPLAT_NULL_PAGE,	/* a page pointer was NULL */
	VMCHECK_SPLAT_WRONG_KIND,	/* the call does not fit this kind of area */
	VMCHECK_SPLAT_OTHER,		/* any other warning */
	VMCHECK_SPLAT_TOO_LARGE,	/* a percpu group that reaches further than the range */
	VMCHECK_SPLAT_BAD_IOUNMAP,	/* an iounmap of what is not there */
};

enum vmcheck_caller {
	VMCHECK_CALLER_NONE,
	VMCHECK_CALLER_DIRECT,		/* handed to __vmalloc_node by its caller */
	VMCHECK_CALLER_SITE,		/* the call site of any other entry point */
	VMCHECK_CALLER_PERCPU,		/* pcpu_get_vm_areas itself */
};

struct vmcheck_event {
	uint8_t kind;			/* enum vmcheck_event_kind */
	uint8_t detail;
	int32_t id;
	int32_t node;
	uint32_t gfp;
	uint64_t address;
	uint64_t end;
	uint64_t bytes;
};

/*
 * FAULTS
 *	At most two failures are armed for a call. Visits of each site are counted from 0 within it.
 */
enum vmcheck_fault_site {
	VMCHECK_SITE_NONE,
	VMCHECK_SITE_SLAB,
	VMCHECK_SITE_PAGE,
	VMCHECK_SITE_TABLE,
	VMCHECK_SITE_ANY,		/* armed only: visits of all sites counted together */
};

enum vmcheck_fault_mode {
	VMCHECK_MODE_ONCE,
	VMCHECK_MODE_STICKY,		/* to the end of the call */
	VMCHECK_MODE_ALTERNATE,		/* every second visit from there on */
};

struct vmcheck_fault {
	uint8_t site;			/* enum vmcheck_fault_site */
	uint8_t mode;			/* enum vmcheck_fault_mode */
	int32_t index;			/* the visit at which it begins */
};

/*
 * READINGS
 *	Another task reads /proc/vmallocinfo in the middle of a call: just before a visit, which is
 *	numbered as for faults. Armed only for a library that OBSERVES_READINGS.
 */
struct vmcheck_reading {
	uint8_t site;			/* enum vmcheck_fault_site; SITE_NONE: nobody does */
	int32_t index;			/* the visit before which it is read */
};

struct vmcheck_counters {
	int64_t lazy_pages;		/* vmap_lazy_nr */
	int32_t pages_in_use;		/* frames in use; page tables are not among them */
	int32_t rcu_pending;		/* callbacks that wait for a grace period */
	int32_t tables[3];		/* page-table pages: pud, pmd, pte */
};

/*
 * Memory that host and library share, valid from vmcheck_init to the next one. The host clears it
 * before each call; the library keeps "counters" true, and reports through the functions below.
 */
struct vmcheck_step {
	struct vmcheck_fault fault;	/* in: armed for this call */
	struct vmcheck_fault also_fault;	/* in: another one */
	int32_t visits[3];		/* visits so far: slab, page, table */
	uint8_t fired;			/* an armed fault made an allocation fail */
	int32_t cpu;			/* in: the CPU that makes the call */
	uint32_t event_capacity;
	uint32_t event_count;
	uint32_t events_lost;		/* events beyond capacity: the call is judged as a bug */
	uint32_t log_capacity;
	uint32_t log_length;
	struct vmcheck_event *events;
	char *log;
	const char *bug;		/* out: the function of a BUG_ON or wild pointer, or NULL */
	uint64_t extra;			/* out: the second number of some commands */
	struct vmcheck_counters counters;	/* out */
	struct vmcheck_reading reading;	/* in: armed for this call */
	uint32_t text_capacity;
	uint32_t text_length;		/* out: bytes of text that the other task read */
	char *text;
};

static inline int vmcheck_hits(
	const struct vmcheck_fault *fault, enum vmcheck_fault_site site, int32_t any, int32_t own)
{
	int32_t late = (fault->site == VMCHECK_SITE_ANY ? any : own) - fault->index;

	if (fault->site != VMCHECK_SITE_ANY && fault->site != site)
		return 0;
	if (fault->mode == VMCHECK_MODE_ONCE)
		return late == 0;
	return late >= 0 && (fault->mode == VMCHECK_MODE_STICKY || (late & 1) == 0);
}

/*
 * vmcheck_fails - the one door through which a library asks whether an allocation fails
 *
 * Call it once for each allocation that may fail (not with __GFP_NOFAIL), before making it, with
 * SITE_SLAB, SITE_PAGE or SITE_TABLE. Where it returns 1, report SLAB_FAIL, PAGE_FAIL or TABLE_FAIL, and return NULL.
 */
static inline int vmcheck_fails(struct vmcheck_step *step, enum vmcheck_fault_site site)
{
	int32_t any = step->visits[0] + step->visits[1] + step->visits[2];
	int32_t own = step->visits[site - VMCHECK_SITE_SLAB]++;
	int fails = vmcheck_hits(&step->fault, site, any, own) |
		    vmcheck_hits(&step->also_fault, site, any, own);

	step->fired |= fails;
	return fails;
}

/*
 * vmcheck_is_read - whether another task reads /proc/vmallocinfo before the visit that comes next
 *
 * Ask before vmcheck_fails. Where it returns 1, report LIST_READ with the lock of the list held, print
 * /proc/vmallocinfo into step->text as it is then, and say its length.
 */
static inline int vmcheck_is_read(const struct vmcheck_step *step, enum vmcheck_fault_site site)
{
	const struct vmcheck_reading *reading = &step->reading;

	if (reading->site == VMCHECK_SITE_ANY)
		return reading->index == step->visits[0] + step->visits[1] + step->visits[2];
	return reading->site == site && reading->index == step->visits[site - VMCHECK_SITE_SLAB];
}

/* vmcheck_event - reports an event; one that does not fit is counted as lost */
static inline void vmcheck_event(struct vmcheck_step *step, struct vmcheck_event event)
{
	if (step->event_count < step->event_capacity)
		step->events[step->event_count++] = event;
	else
		step->events_lost++;
}

/*
 * vmcheck_log - a message for people, as printf; what does not fit is cut off
 *
 * replay and dump show it. From vmcheck_init it says why that refuses a machine.
 */
__attribute__((format(printf, 2, 3)))
static inline void vmcheck_log(struct vmcheck_step *step, const char *format, ...)
{
	uint32_t left = step->log_capacity - step->log_length;
	va_list arguments;
	int length;

	va_start(arguments, format);
	length = vsnprintf(step->log + step->log_length, left, format, arguments);
	va_end(arguments);
	if (length > 0 && left > 0)
		step->log_length += (uint32_t)length < left ? (uint32_t)length : left - 1;
}

/*
 * WALKS
 *	The state at rest, from the library's own structures and not from what it reported: the host
 *	compares the two. Lists ascend: by address, frames and objects by number. A list that is
 *	full is counted on, and the host walks again with room enough.
 */
struct vmcheck_vm {			/* on vmlist */
	uint64_t address;
	uint64_t size;			/* with guard */
	uint32_t flags;
	uint32_t nr_pages;
	uint8_t caller;			/* enum vmcheck_caller */
	uint64_t nested_at;		/* the block that holds the pages array, or 0 */
	int32_t array_object;		/* the slab object that holds it, or -1 */
};

struct vmcheck_vmap_area {
	uint64_t start;
	uint64_t end;
	uint32_t flags;			/* the kernel's: LAZY_FREE 1, LAZY_FREEING 2, VM_AREA 4 */
};

struct vmcheck_translation {
	uint64_t address;
	int32_t frame;
	uint64_t prot;
};

struct vmcheck_table {
	uint8_t level;			/* enum vmcheck_table_level */
	uint64_t base;			/* the first address it covers */
	int32_t id;
};

struct vmcheck_tlb_entry {
	int32_t cpu;
	uint64_t address;
	int32_t frame;
};

struct vmcheck_kmemleak {
	uint64_t address;
	uint64_t size;
	int32_t min_count;
};

struct vmcheck_object {
	int32_t id;
	uint8_t kind;			/* enum vmcheck_slab_kind */
	int32_t bytes;
	int32_t size_class;		/* bytes really taken */
};

#define VMCHECK_LIST(type) \
	struct { type *entries; uint32_t capacity; uint32_t count; }

struct vmcheck_picture {
	VMCHECK_LIST(struct vmcheck_vm) vmlist;
	VMCHECK_LIST(struct vmcheck_vmap_area) vmap_areas;
	VMCHECK_LIST(struct vmcheck_translation) translations;
	VMCHECK_LIST(struct vmcheck_table) tables;
	VMCHECK_LIST(struct vmcheck_tlb_entry) tlb;
	VMCHECK_LIST(struct vmcheck_kmemleak) kmemleak;
	VMCHECK_LIST(struct vmcheck_object) objects;
	VMCHECK_LIST(int32_t) frames;	/* in use */
	uint8_t kmemleak_disabled;
};

/* vmcheck_show(&picture->frames, 7); other lists take a (struct vmcheck_vm){ ... } */
#define vmcheck_show(list, ...) \
	do { \
		if ((list)->count < (list)->capacity) \
			(list)->entries[(list)->count] = __VA_ARGS__; \
		(list)->count++; \
	} while (0)

/*
 * THE LIBRARY
 *	All of these are mandatory, but for vmcheck_content, which only OBSERVES_CONTENTS needs.
 */

/* Returns VMCHECK_ABI. */
VMCHECK_EXPORT uint32_t vmcheck_abi(void);

/* A word for people: "example", "linux-6.12". */
VMCHECK_EXPORT const char *vmcheck_name(void);

/* Bits of enum vmcheck_observes. */
VMCHECK_EXPORT uint32_t vmcheck_observes(void);

VMCHECK_EXPORT void vmcheck_profile(struct vmcheck_profile *profile);

/*
 * Makes a fresh machine in place of any before it, and remembers step. Returns 0; or -1 when it
 * cannot simulate this machine, after which only vmcheck_init may follow.
 */
VMCHECK_EXPORT int vmcheck_init(const struct vmcheck_machine *machine, struct vmcheck_step *step);

/*
 * Back to the state after vmcheck_init, whatever happened since, a bug included: all frames free
 * and zero, no table, no area. Once a trace: it must be quick.
 */
VMCHECK_EXPORT void vmcheck_reset(void);

/* Fills the lists; changes nothing. */
VMCHECK_EXPORT void vmcheck_walk(struct vmcheck_picture *picture);

/* What a frame holds: 0 to 255 when all its bytes are that, else a digest of them above 255. */
VMCHECK_EXPORT uint64_t vmcheck_content(int32_t frame);

/*
 * COMMANDS
 *	vmcheck_NAME is the command that traces call NAME; names of the kernel are the kernel's
 *	functions. All are optional: a command without a symbol is refused, counted and named.
 *	0 is NULL. node -1 is any node. pages are frames, -1 for a NULL entry.
 */
VMCHECK_EXPORT uint64_t vmcheck___vmalloc_node(
	uint64_t size, uint64_t align, uint32_t gfp, uint64_t prot, int32_t node);
VMCHECK_EXPORT uint64_t vmcheck___vmalloc(uint64_t size, uint32_t gfp, uint64_t prot);
VMCHECK_EXPORT uint64_t vmcheck_vmalloc(uint64_t size);
VMCHECK_EXPORT uint64_t vmcheck_vmalloc_user(uint64_t size);
VMCHECK_EXPORT uint64_t vmcheck_vmalloc_node(uint64_t size, int32_t node);
VMCHECK_EXPORT uint64_t vmcheck_vmalloc_exec(uint64_t size);
VMCHECK_EXPORT uint64_t vmcheck_vmalloc_32(uint64_t size);
VMCHECK_EXPORT uint64_t vmcheck_vmalloc_32_user(uint64_t size);
VMCHECK_EXPORT uint64_t vmcheck_vzalloc(uint64_t size);
VMCHECK_EXPORT uint64_t vmcheck_vzalloc_node(uint64_t size, int32_t node);

VMCHECK_EXPORT uint64_t vmcheck_vmalloc_huge(uint64_t size);

/* The vm_struct is the one whose range begins at addr. Returns its address, or NULL. */
VMCHECK_EXPORT uint64_t vmcheck___vmalloc_area(uint64_t addr, uint32_t gfp, uint64_t prot);

VMCHECK_EXPORT void vmcheck_vfree(uint64_t addr);

/* count may exceed the entries of pages only where it exceeds total_ram. */
VMCHECK_EXPORT uint64_t vmcheck_vmap(
	const int32_t *pages, uint32_t count, uint32_t flags, uint64_t prot);
VMCHECK_EXPORT void vmcheck_vunmap(uint64_t addr);

/*
 * Pages in an area that may hold others: no guard page, no descriptor; the same count in both.
 * From 5.8 on the protection is PAGE_KERNEL.
 */
VMCHECK_EXPORT uint64_t vmcheck_vm_map_ram(
	const int32_t *pages, uint32_t count, int32_t node, uint64_t prot);
VMCHECK_EXPORT void vmcheck_vm_unmap_ram(uint64_t addr, uint32_t count);

/*
 * A group of areas that lie as far apart as their offsets, and its end, by the address of the
 * first. Report VM_INSERT of each area in the order of the list.
 */
struct vmcheck_percpu_area {
	uint64_t offset;		/* from the base of the group, a multiple of align */
	uint64_t size;			/* bytes, a multiple of align: there is no guard page */
};

VMCHECK_EXPORT uint64_t vmcheck_pcpu_get_vm_areas(
	const struct vmcheck_percpu_area *areas, uint32_t count, uint64_t align, uint32_t gfp);
VMCHECK_EXPORT void vmcheck_pcpu_free_vm_areas(uint64_t first, uint32_t count);

/* These return the address of the range, or NULL. */
VMCHECK_EXPORT uint64_t vmcheck_get_vm_area(uint64_t size, uint32_t flags);
VMCHECK_EXPORT uint64_t vmcheck___get_vm_area(
	uint64_t size, uint32_t flags, uint64_t start, uint64_t end);
VMCHECK_EXPORT uint64_t vmcheck_get_vm_area_node(
	uint64_t size, uint32_t flags, int32_t node, uint32_t gfp);
VMCHECK_EXPORT uint64_t vmcheck_alloc_vm_area(uint64_t size);

VMCHECK_EXPORT void vmcheck_free_vm_area(uint64_t addr);

/* Returns the size left in the vm_struct, which is freed as its caller would; -1 for NULL. */
VMCHECK_EXPORT int64_t vmcheck_remove_vm_area(uint64_t addr);

/* Returns 0 or -errno; extra: how far the page pointer moved. */
VMCHECK_EXPORT int vmcheck_map_vm_area(
	uint64_t addr, uint64_t prot, const int32_t *pages, uint32_t count);

/* Returns the pages mapped, or -errno. */
VMCHECK_EXPORT int vmcheck_map_kernel_range_noflush(
	uint64_t addr, uint64_t size, uint64_t prot, const int32_t *pages, uint32_t count);
VMCHECK_EXPORT void vmcheck_unmap_kernel_range(uint64_t addr, uint64_t size);
VMCHECK_EXPORT void vmcheck_unmap_kernel_range_noflush(uint64_t addr, uint64_t size);
VMCHECK_EXPORT void vmcheck_vm_unmap_aliases(void);

/* Returns a frame, or -1. */
VMCHECK_EXPORT int32_t vmcheck_vmalloc_to_page(uint64_t addr);

/*
 * As /dev/kmem calls them: buf holds count bytes, none is written beyond
 * them. Return the bytes read or written.
 */
VMCHECK_EXPORT int64_t vmcheck_vread(uint8_t *buf, uint64_t addr, uint64_t count);
VMCHECK_EXPORT int64_t vmcheck_vwrite(const uint8_t *buf, uint64_t addr, uint64_t count);

/* Prints /proc/vmallocinfo into text, at most size bytes; returns the bytes it would need. */
VMCHECK_EXPORT uint64_t vmcheck_vmallocinfo(char *text, uint64_t size);

/* VmallocUsed of /proc/meminfo in bytes; extra: the largest hole, VmallocChunk. */
VMCHECK_EXPORT uint64_t vmcheck_vmalloc_usage(void);

/* The size in the vm_struct whose range begins at addr, extra: its flags; -1 for NULL. */
VMCHECK_EXPORT int64_t vmcheck_find_vm_area(uint64_t addr);

/* Into a fresh user mapping of size bytes that goes with the call; returns 0 or -errno. */
VMCHECK_EXPORT int vmcheck_remap_vmalloc_range(uint64_t addr, uint64_t size, uint64_t pgoff);

/* Frames from "frames" on, VMCHECK_DEVICE_FRAMES of them, belong to devices. */
VMCHECK_EXPORT uint64_t vmcheck_ioremap(uint64_t phys, uint64_t size);
VMCHECK_EXPORT void vmcheck_iounmap(uint64_t addr);
VMCHECK_EXPORT void vmcheck_set_iounmap_nonlazy(void);

/* Loads a byte through the MMU of the CPU step->cpu; -1: page fault. */
VMCHECK_EXPORT int32_t vmcheck_read(uint64_t addr);

/* Fills the page of addr with a byte, through the MMU of a CPU; 0, or -1: page fault. */
VMCHECK_EXPORT int32_t vmcheck_write(uint64_t addr, uint8_t value);

/* The caller forgets the address of a block; kmemleak may report it from now on. */
VMCHECK_EXPORT void vmcheck_drop(uint64_t addr);
VMCHECK_EXPORT void vmcheck_kmemleak_scan(void);

/* The caller takes frames of its own, as PAGE_ALLOC tells; returns count, or -1 and none. */
VMCHECK_EXPORT int64_t vmcheck_take(uint64_t count, int32_t node);
VMCHECK_EXPORT void vmcheck_give_back(const int32_t *pages, uint32_t count);

/* Enters (1) or leaves (0) interrupt context. */
VMCHECK_EXPORT void vmcheck_interrupt(int on);

/* A grace period ends: queued RCU callbacks run. */
VMCHECK_EXPORT void vmcheck_grace(void);

#ifdef __cplusplus
}
#endif

#endif /* VMCHECK_H */
