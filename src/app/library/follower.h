/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/changes.h"
#include "store/library.h"

G_BEGIN_DECLS

typedef struct _BvFollower BvFollower;

/* Somebody else changed these rows. */
typedef void (*BvFollowerFunc) (const BvChanges *changes, gpointer data);

BvFollower *bv_follower_new (BvLibrary *library, BvFollowerFunc followed, gpointer data);
void bv_follower_free (BvFollower *follower);

G_END_DECLS
