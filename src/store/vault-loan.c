/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/vault-loan.h"

#include "store/file-system.h"

/* Several threads read a library. */
static struct
{
  GMutex lock;
  GHashTable *owners; /* by the borrower's folder; NULL: nothing was ever lent */
} loans;

/**
 * bv_vault_loan_begin:
 * @borrower: the folder of a library that is only read, and whose vault has not all that its rows name
 * @owner: the folder whose vault has it
 *
 * From now on this process reads there what @borrower does not have itself. Nothing is written to @owner.
 */
void
bv_vault_loan_begin (const char *borrower, const char *owner)
{
  g_mutex_lock (&loans.lock);
  if (loans.owners == NULL)
    loans.owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert (loans.owners, bv_file_system_show (borrower), g_strdup (owner));
  g_mutex_unlock (&loans.lock);
}

/**
 * bv_vault_loan_end:
 * @borrower: a folder of bv_vault_loan_begin()
 */
void
bv_vault_loan_end (const char *borrower)
{
  g_autofree char *key = bv_file_system_show (borrower);

  g_mutex_lock (&loans.lock);
  if (loans.owners != NULL)
    g_hash_table_remove (loans.owners, key);
  g_mutex_unlock (&loans.lock);
}

/**
 * bv_vault_loan_find_owner:
 * @borrower: the folder of a library
 *
 * Returns: (transfer full) (nullable): the folder whose vault it reads too; %NULL: its own is all there is
 */
char *
bv_vault_loan_find_owner (const char *borrower)
{
  g_autofree char *key = bv_file_system_show (borrower);
  char *owner = NULL;

  g_mutex_lock (&loans.lock);
  if (loans.owners != NULL)
    owner = g_strdup (g_hash_table_lookup (loans.owners, key));
  g_mutex_unlock (&loans.lock);
  return owner;
}
