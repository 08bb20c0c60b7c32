/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void bv_vault_loan_begin (const char *borrower, const char *owner);
void bv_vault_loan_end (const char *borrower);
char *bv_vault_loan_find_owner (const char *borrower);

G_END_DECLS
