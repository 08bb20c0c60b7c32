/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where something goes in a tree that is told to go one step: before the one above it or behind the one below
 * it of those beside it, below the former of them, or beside what it stands below. */
typedef enum
{
  BV_TREE_STEP_UP,
  BV_TREE_STEP_DOWN,
  BV_TREE_STEP_IN,
  BV_TREE_STEP_OUT,
} BvTreeStep;

G_END_DECLS
