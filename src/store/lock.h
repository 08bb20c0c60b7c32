/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/error.h"

G_BEGIN_DECLS

typedef struct _BvLock BvLock;

BvLock *bv_lock_acquire (const char *folder, GError **error);
void bv_lock_release (BvLock *lock);
gboolean bv_lock_note_turning (BvLock *lock, gboolean turning);
void bv_lock_leave_turning (BvLock *lock);
gboolean bv_lock_was_turning (const BvLock *lock);
char **bv_lock_list_drafts (const char *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvLock, bv_lock_release)

G_END_DECLS
