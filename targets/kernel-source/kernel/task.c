// SPDX-License-Identifier: GPL-2.0-only
/* The one task, and whether it is in an interrupt. */
#include <linux/preempt.h>
#include <linux/sched.h>
#include "stubs.h"

static struct task_struct task;

#if SINCE(6, 10)
struct pcpu_hot pcpu_hot;
extern const struct pcpu_hot const_pcpu_hot __attribute__((alias("pcpu_hot")));
#else
struct task_struct *current_task;
int __preempt_count;
#endif

void task_reset(void)
{
	task.flags = 0;
#if SINCE(6, 10)
	pcpu_hot.current_task = &task;
	pcpu_hot.preempt_count = 0;
#else
	current_task = &task;
	__preempt_count = 0;
#endif
}

void enter_interrupt(void)
{
	preempt_count_add(HARDIRQ_OFFSET);
}

void leave_interrupt(void)
{
	preempt_count_sub(HARDIRQ_OFFSET);
}

void __local_bh_enable_ip(unsigned long address, unsigned int count)
{
	preempt_count_sub(count);
}
