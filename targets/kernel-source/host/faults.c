// SPDX-License-Identifier: GPL-2.0-only
/*
 * The page fault handler: SIGSEGV. It chains to whoever caught it before, as the runtime of the
 * host does for its own null pointers.
 */
#define _GNU_SOURCE
#include <signal.h>
#include "host.h"

static struct sigaction before;
static int catches;

/* A fault of any other thread is none of ours. */
static __thread int in_kernel_code;

void host_in_kernel(int is)
{
	in_kernel_code = is;
}

static void on_fault(int number, siginfo_t *info, void *context)
{
	if (in_kernel_code && host_fault_hook((unsigned long)info->si_addr))
		return;
	if (before.sa_flags & SA_SIGINFO)
		before.sa_sigaction(number, info, context);
	else if (before.sa_handler != SIG_DFL && before.sa_handler != SIG_IGN)
		before.sa_handler(number);
	else
		signal(number, SIG_DFL);	/* the access is made again, and ends the process */
}

void host_catch_faults(void)
{
	struct sigaction action = {
		.sa_sigaction = on_fault,
		/* NODEFER: kernel code leaves the handler by a long jump. */
		.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER,
	};

	sigaction(SIGSEGV, &action, &before);
	catches = 1;
}

/* When the library is unloaded, its handler must not stay. */
__attribute__((destructor)) static void let_faults_go(void)
{
	if (catches)
		sigaction(SIGSEGV, &before, 0);
}
