/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What lies in the folder of a library, by its name there. */

#define BV_LIBRARY_DATABASE "bangvang.db"
#define BV_LIBRARY_VAULT "vault"
#define BV_LIBRARY_COPIES "open"     /* of files of the vault, for other programs */
#define BV_LIBRARY_BACKUPS "backups" /* where they lie unless another place is chosen */
