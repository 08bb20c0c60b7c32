/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What holds other files. */
typedef enum
{
  BV_CONTAINER_NONE, /* it is no container, or cannot be read */
  BV_CONTAINER_ZIP,
  BV_CONTAINER_RAR,
  BV_CONTAINER_RAR5,
  BV_CONTAINER_7Z,
  BV_CONTAINER_MAIL,
} BvContainerKind;

BvContainerKind bv_container_kind_find (const char *path);

G_END_DECLS
