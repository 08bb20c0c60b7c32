/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/call.h"
#include "core/entity.h"

G_BEGIN_DECLS

/**
 * BvEditTarget:
 *
 * What ENTITY and KEY of a command line mean in a library.
 */
typedef struct
{
  BvLibrary *library;
  gint64 campaign; /* 0: a campaign that is not there yet */
  const BvEntity *entity;
  gint64 owner; /* the group of a criterion, the nominee of an assessment, else the campaign */
  char *key;    /* without the owner's */
} BvEditTarget;

gboolean bv_edit_target_init (BvEditTarget *target,
                              const BvCall *call,
                              BvLibraryMode mode,
                              gboolean is_new,
                              GError **error);
void bv_edit_target_clear (BvEditTarget *target);
gint64 bv_edit_target_find (const BvEditTarget *target, GError **error);
gpointer bv_edit_target_read (const BvEditTarget *target, gint64 id, GError **error);
gboolean bv_edit_target_has_assessment (const BvEditTarget *target, gboolean *has, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BvEditTarget, bv_edit_target_clear)

G_END_DECLS
