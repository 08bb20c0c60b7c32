/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entity.h"
#include "store/library.h"

G_BEGIN_DECLS

/**
 * BvKeyring:
 *
 * The keys of one campaign's units, groups, criteria and evidence, both ways: references are keys in a record
 * and rows in the library. The code of a criterion is unique in its group only, so its scope is the group's
 * row; the scope of the others is 0.
 */
typedef struct _BvKeyring BvKeyring;

BvKeyring *bv_keyring_new (void);
BvKeyring *bv_keyring_read (BvLibrary *library, gint64 campaign, GError **error);
void bv_keyring_free (BvKeyring *ring);
void bv_keyring_add (BvKeyring *ring, const BvEntity *entity, gint64 scope, const char *key, gint64 id);
gint64 bv_keyring_find (BvKeyring *ring, const BvEntity *entity, gint64 scope, const char *key);
const char *bv_keyring_key (BvKeyring *ring, const BvEntity *entity, gint64 id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvKeyring, bv_keyring_free)

G_END_DECLS
