/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/call.h"

G_BEGIN_DECLS

void bv_help_print (void);
void bv_help_print_verb (const BvVerb *verb);

G_END_DECLS
