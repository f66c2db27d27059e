// SPDX-License-Identifier: GPL-2.0-only
/*
 * The tree's own mm/vmalloc.c, whole and unchanged. In front of it, macros by which its changes of
 * entries and trees are heard; behind it, in the same translation unit because most of what it
 * keeps is static, functions that look at its areas. The account that is kept of them is in
 * kernel/ranges.c: what is here is put back at a reset.
 */
#include <linux/module.h>
#include <linux/highmem.h>
#include <linux/sched/signal.h>
#include <linux/interrupt.h>
#include <linux/proc_fs.h>
#include <linux/seq_file.h>
#include <linux/set_memory.h>
#include <linux/debugobjects.h>
#include <linux/kallsyms.h>
#include <linux/list.h>
#include <linux/notifier.h>
#include <linux/rbtree.h>
#include <linux/xarray.h>
#include <linux/io.h>
#include <linux/rcupdate.h>
#include <linux/pfn.h>
#include <linux/kmemleak.h>
#include <linux/atomic.h>
#include <linux/compiler.h>
#include <linux/memcontrol.h>
#include <linux/llist.h>
#include <linux/uio.h>
#include <linux/bitops.h>
#include <linux/rbtree_augmented.h>
#include <linux/overflow.h>
#include <linux/hugetlb.h>
#include <asm/cacheflush.h>
#include <asm/shmparam.h>
#include "kernel/stubs.h"

/* The range is the machine's, not the architecture's. */
#undef VMALLOC_END
#define VMALLOC_END ((unsigned long)machine.end)

#undef SHMLBA
#define SHMLBA ((unsigned long)machine.shmlba)

/* The tree's definition is left alone; what it is asked for is the machine's mark. */
#define lazy_max_pages(as) the_mark_##as
#define the_mark_void lazy_max_pages_of_the_tree(void)
#define the_mark_ ((unsigned long)machine.lazy_max)

#undef set_pte_at
#define set_pte_at(mm, address, entry, value) heard_set_pte(address, entry, value)
#define ptep_get_and_clear(mm, address, entry) heard_clear_pte(address, entry)
#undef flush_cache_vmap
#define flush_cache_vmap(start, end) heard_cache_flush(VMCHECK_EVENT_CACHE_FLUSH_MAP, start, end)
#undef flush_cache_vunmap
#define flush_cache_vunmap(start, end) \
	heard_cache_flush(VMCHECK_EVENT_CACHE_FLUSH_UNMAP, start, end)

#define rb_insert_color(node, root) (rb_insert_color(node, root), heard_insertion(node, root))
#define rb_erase(node, root) (rb_erase(node, root), heard_removal(node, root))

/* Which objects are descriptors and which are arrays of pages, their size does not tell. */
static __always_inline void *zeroed_object(size_t bytes, gfp_t gfp, int node)
{
	return kzalloc_node(bytes, gfp, node);
}

#undef kzalloc_node
#define kzalloc_node(bytes, gfp, node) \
	(next_object_is(VMCHECK_SLAB_VM), zeroed_object(bytes, gfp, node))

static inline void next_is_array(bool constant)
{
	if (!constant)
		next_object_is(VMCHECK_SLAB_ARRAY);
}

#if SINCE(6, 10)
#define kmalloc_node_noprof(bytes, gfp, node) \
	(next_is_array(__builtin_constant_p(bytes)), kmalloc_node_noprof(bytes, gfp, node))
#else
#define kmalloc_node(bytes, gfp, node) \
	(next_is_array(__builtin_constant_p(bytes)), kmalloc_node(bytes, gfp, node))
#endif

#include VMCHECK_VMALLOC_C

/* Where the tree keeps areas: since 6.9 in sets by address. */
#if SINCE(6, 9)
typedef struct vmap_node area_set;
#define for_each_set(set) for (set = vmap_nodes; set < vmap_nodes + nr_vmap_nodes; set++)
#define busy_root(set) (&(set)->busy.root)
#define lazy_list(set) (&(set)->lazy.head)
#else
typedef char area_set;
static area_set only_set;
#define for_each_set(set) for (set = &only_set; set == &only_set; set++)
#define busy_root(set) (&vmap_area_root)
#define lazy_list(set) (&purge_vmap_area_list)
#endif

bool is_busy_root(const struct rb_root *root)
{
	area_set *set;

	for_each_set(set)
		if (root == busy_root(set))
			return true;
	return false;
}

/* Whether the free tree holds all of a range: it may be handed out again. */
bool is_free(unsigned long start, unsigned long end)
{
	struct rb_node *node = free_vmap_area_root.rb_node;

	while (node) {
		const struct vmap_area *va = rb_entry(node, struct vmap_area, rb_node);

		if (start < va->va_start)
			node = node->rb_left;
		else if (start >= va->va_end)
			node = node->rb_right;
		else
			return end <= va->va_end;
	}
	return false;
}

bool is_purge_lock(const struct mutex *lock)
{
	return lock == &vmap_purge_lock;
}

long lazy_pages_now(void)
{
	return atomic_long_read(&vmap_lazy_nr);
}

void each_busy(void (*look)(const struct vmap_area *va))
{
	struct rb_node *node;
	area_set *set;

	for_each_set(set)
		for (node = rb_first(busy_root(set)); node; node = rb_next(node))
			look(rb_entry(node, struct vmap_area, rb_node));
}

void each_lazy(void (*look)(const struct vmap_area *va))
{
	struct vmap_area *va;
	area_set *set;

	for_each_set(set)
		list_for_each_entry(va, lazy_list(set), list)
			look(va);
}

/* Trees, lists, and the object that is kept for the next split. */
void each_vmap_area(void (*look)(const void *va))
{
	struct rb_node *node;
	struct vmap_area *va;
	area_set *set;

	for_each_set(set) {
		for (node = rb_first(busy_root(set)); node; node = rb_next(node))
			look(rb_entry(node, struct vmap_area, rb_node));
		list_for_each_entry(va, lazy_list(set), list)
			look(va);
#if SINCE(6, 9)
		for (int size = 0; size < MAX_VA_SIZE_PAGES; size++)
			list_for_each_entry(va, &set->pool[size].head, list)
				look(va);
#endif
	}
	for (node = rb_first(&free_vmap_area_root); node; node = rb_next(node))
		look(rb_entry(node, struct vmap_area, rb_node));
	look(this_cpu_read(ne_fit_preload_node));
}
