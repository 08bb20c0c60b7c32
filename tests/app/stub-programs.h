/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Programs of the user that only write down what they were called with. */

#define STUB_THUNDERBIRD "thunderbird.desktop"
#define STUB_EVOLUTION "org.gnome.Evolution.desktop"
#define STUB_EDITOR "editor.desktop"

/* Before anything else. */
void stub_programs_set_up (void);
void stub_programs_choose (const char *for_drafts, const char *for_addresses);
/* What one was called with, as soon as it was. */
char *stub_programs_wait_for_call (void);
void stub_programs_forget_call (void);
void stub_programs_remove (void);

G_END_DECLS
