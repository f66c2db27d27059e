// SPDX-License-Identifier: GPL-2.0-only
/*
 * The commands of vmcheck.h: the kernel's functions, called as one of its own would. A BUG or a
 * wild pointer inside one comes back here and ends the call.
 */
#include <linux/uio.h>
#include "stubs.h"

struct vmcheck_machine machine;
struct vmcheck_step *step;
bool booting;
int in_kernel;

static void *way_out[5];
static struct page **vector;
static unsigned long vector_room;
static bool interrupted;

static void set_in_kernel(int is)
{
	in_kernel = is;
	host_in_kernel(is);
}

void __noreturn die(const char *why)
{
	if (!in_kernel)
		__builtin_trap();
	step->bug = why;
	set_in_kernel(0);
	__builtin_longjmp(way_out, 1);
}

void report(enum vmcheck_event_kind kind, u64 address, u64 end, s32 id, u64 bytes)
{
	vmcheck_event(step, (struct vmcheck_event){
		.kind = kind, .id = id, .address = address, .end = end, .bytes = bytes,
	});
}

/* Kernel code runs between these two. */
#define ENTER(value) \
	do { \
		if (__builtin_setjmp(way_out)) \
			return value; \
		set_in_kernel(1); \
	} while (0)

void api_reset(void)
{
	interrupted = false;
}

static void leave(void)
{
	run_deferred();
	call_is_over();
	slab_check();
	locks_check();
	set_in_kernel(0);
	step->counters.lazy_pages = lazy_pages_now();
}

/* Caller and prot are what __vmalloc_node_range is for. */
static void *vmalloc_range(u64 size, u64 align, gfp_t gfp, u64 prot, int node, const void *caller)
{
	return ALLOCATOR(__vmalloc_node_range)(size, align, VMALLOC_START, machine.end, gfp,
					       __pgprot(prot), 0, node, caller);
}

#define RETURN_ADDRESS(call) \
	do { \
		u64 address; \
		ENTER(0); \
		address = (u64)(call); \
		leave(); \
		return address; \
	} while (0)

/* vmcheck_init stands for the caller that a function of the kernel hands over. */
uint64_t vmcheck___vmalloc_node(uint64_t size, uint64_t align, uint32_t gfp, uint64_t prot,
				int32_t node)
{
	RETURN_ADDRESS(vmalloc_range(size, align, real_gfp(gfp), prot, node, vmcheck_init));
}

/* Like the others that hand a caller over, it stands for its own, who is not in this library. */
uint64_t vmcheck___vmalloc(uint64_t size, uint32_t gfp, uint64_t prot)
{
	RETURN_ADDRESS(vmalloc_range(size, 1, real_gfp(gfp), prot, NUMA_NO_NODE,
				     vmcheck___vmalloc));
}

uint64_t vmcheck_vmalloc(uint64_t size)
{
	RETURN_ADDRESS(vmalloc(size));
}

uint64_t vmcheck_vmalloc_user(uint64_t size)
{
	RETURN_ADDRESS(vmalloc_user(size));
}

uint64_t vmcheck_vmalloc_node(uint64_t size, int32_t node)
{
	RETURN_ADDRESS(vmalloc_node(size, node));
}

uint64_t vmcheck_vmalloc_32(uint64_t size)
{
	RETURN_ADDRESS(vmalloc_32(size));
}

uint64_t vmcheck_vmalloc_32_user(uint64_t size)
{
	RETURN_ADDRESS(vmalloc_32_user(size));
}

uint64_t vmcheck_vzalloc(uint64_t size)
{
	RETURN_ADDRESS(vzalloc(size));
}

uint64_t vmcheck_vzalloc_node(uint64_t size, int32_t node)
{
	RETURN_ADDRESS(vzalloc_node(size, node));
}

uint64_t vmcheck_vmalloc_huge(uint64_t size)
{
	RETURN_ADDRESS(ALLOCATOR(vmalloc_huge)(size, GFP_KERNEL));
}

/* Only vfree minds: no other call may be made in interrupt context. */
void vmcheck_interrupt(int on)
{
	interrupted = on;
}

/* What an interrupt defers runs when it is over, which is before the next call here. */
void vmcheck_vfree(uint64_t addr)
{
	ENTER();
	if (interrupted)
		enter_interrupt();
	vfree((void *)addr);
	if (interrupted)
		leave_interrupt();
	leave();
}

static struct page **page_vector(const int32_t *pages, uint32_t count)
{
	uint32_t i;

	if (count > vector_room) {
		vector = host_resize(vector, count * sizeof(*vector));
		if (!vector)
			__builtin_trap();
		vector_room = count;
	}
	for (i = 0; i < count; i++)
		vector[i] = pages[i] < 0 ? NULL : pfn_to_page(FIRST_FRAME + pages[i]);
	return vector;
}

uint64_t vmcheck_vmap(const int32_t *pages, uint32_t count, uint32_t flags, uint64_t prot)
{
	/* Beyond all memory it is refused before anything is looked at. */
	struct page **list = count > (uint32_t)machine.total_ram ? NULL : page_vector(pages, count);

	RETURN_ADDRESS(vmap(list, count, flags, __pgprot(prot)));
}

uint64_t vmcheck_vm_map_ram(const int32_t *pages, uint32_t count, int32_t node, uint64_t prot)
{
	struct page **list = page_vector(pages, count);

	RETURN_ADDRESS(vm_map_ram(list, count, node));
}

void vmcheck_vm_unmap_ram(uint64_t addr, uint32_t count)
{
	ENTER();
	vm_unmap_ram((void *)addr, count);
	leave();
}

void vmcheck_vunmap(uint64_t addr)
{
	ENTER();
	vunmap((void *)addr);
	leave();
}

static void *address_of(const struct vm_struct *vm)
{
	return vm ? vm->addr : NULL;
}

uint64_t vmcheck_get_vm_area(uint64_t size, uint32_t flags)
{
	RETURN_ADDRESS(address_of(get_vm_area(size, flags)));
}

uint64_t vmcheck___get_vm_area(uint64_t size, uint32_t flags, uint64_t start, uint64_t end)
{
	RETURN_ADDRESS(address_of(__get_vm_area_caller(size, flags, start, end,
						       vmcheck___get_vm_area)));
}

void vmcheck_free_vm_area(uint64_t addr)
{
	ENTER();
	free_vm_area(find_vm_area((void *)addr));
	leave();
}

/* Its caller frees the descriptor; the size without guard is what get_vm_area_size tells. */
int64_t vmcheck_remove_vm_area(uint64_t addr)
{
	struct vm_struct *vm;
	int64_t left = -1;

	ENTER(-1);
	vm = remove_vm_area((void *)addr);
	if (vm) {
		left = get_vm_area_size(vm);
		kfree(vm);
	}
	leave();
	return left;
}

int vmap_pages_range_noflush(unsigned long addr, unsigned long end, pgprot_t prot,
			     struct page **pages, unsigned int page_shift);

int vmcheck_map_kernel_range_noflush(uint64_t addr, uint64_t size, uint64_t prot,
				     const int32_t *pages, uint32_t count)
{
	struct page **list = page_vector(pages, count);
	int error;

	ENTER(0);
	error = vmap_pages_range_noflush(addr, addr + size, __pgprot(prot), list, PAGE_SHIFT);
	leave();
	return error ?: (int)(size >> PAGE_SHIFT);
}

void vunmap_range_noflush(unsigned long start, unsigned long end);

void vmcheck_unmap_kernel_range(uint64_t addr, uint64_t size)
{
	ENTER();
	vunmap_range(addr, addr + size);
	leave();
}

void vmcheck_unmap_kernel_range_noflush(uint64_t addr, uint64_t size)
{
	ENTER();
	vunmap_range_noflush(addr, addr + size);
	leave();
}

void vmcheck_vm_unmap_aliases(void)
{
	ENTER();
	vm_unmap_aliases();
	leave();
}

int32_t vmcheck_vmalloc_to_page(uint64_t addr)
{
	int32_t frame;

	ENTER(-1);
	frame = frame_of(vmalloc_to_page((void *)addr));
	leave();
	return frame;
}

int64_t vmcheck_vread(uint8_t *buf, uint64_t addr, uint64_t count)
{
	long copied;

	ENTER(-1);
#if SINCE(6, 4)
	copy_target = buf;
	copy_room = count;
	copied = vread_iter(NULL, (char *)addr, count);
#else
	copied = vread(buf, (char *)addr, count);
#endif
	leave();
	return copied;
}

uint64_t vmcheck_vmallocinfo(char *text, uint64_t size)
{
	u64 length;

	ENTER(0);
	length = print_vmallocinfo(text, size);
	leave();
	return length;
}

int32_t vmcheck_read(uint64_t addr)
{
	u64 entry;

	ENTER(-1);
	entry = tlb_translate(step->cpu, addr);
	if (entry && frame_of_entry(entry) < 0)
		die("an entry that leads to no page of the machine");
	leave();
	return entry ? *((u8 *)__va(entry & PTE_PFN_MASK) + (addr & ~PAGE_MASK)) : -1;
}

int32_t vmcheck_write(uint64_t addr, uint8_t value)
{
	u64 entry;

	ENTER(-1);
	entry = tlb_translate(step->cpu, addr);
	if (entry && frame_of_entry(entry) < 0)
		die("an entry that leads to no page of the machine");
	leave();
	if (!(entry & _PAGE_RW))
		return -1;
	fill_frame(frame_of_entry(entry), value);
	return 0;
}

/* All or none, as a caller would have it. */
int64_t vmcheck_take(uint64_t count, int32_t node)
{
	struct page *first = NULL, *page;
	uint64_t taken;

	ENTER(-1);
	for (taken = 0; taken < count; taken++) {
		page = take_page(GFP_KERNEL, node);
		if (!page)
			break;
		page->private = (unsigned long)first;
		first = page;
	}
	for (page = taken < count ? first : NULL; page; page = first) {
		first = (struct page *)page->private;
		__free_pages(page, 0);
	}
	leave();
	return taken < count ? -1 : (int64_t)taken;
}

void vmcheck_give_back(const int32_t *pages, uint32_t count)
{
	uint32_t i;

	ENTER();
	for (i = 0; i < count; i++)
		__free_pages(pfn_to_page(FIRST_FRAME + pages[i]), 0);
	leave();
}

void vmcheck_grace(void)
{
	ENTER();
	run_callbacks();
	leave();
}
