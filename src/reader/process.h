/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a process that reads a file from outside may use. Beyond that the system ends it, and nothing else. */
#define BV_PROCESS_MEMORY (300 << 20) /* bytes */
#define BV_PROCESS_CPU 5              /* seconds */
#define BV_PROCESS_TIME 60            /* seconds on the clock: a disk may be slow */

/* An archive has hundreds of files, each of which may have been packed hard. */
#define BV_PROCESS_UNPACKING_CPU 60
#define BV_PROCESS_UNPACKING_TIME 600

void bv_process_limit (guint cpu, guint time);
char **bv_process_take_arguments (char **argv);
GOutputStream *bv_process_open_output (void);

G_END_DECLS
