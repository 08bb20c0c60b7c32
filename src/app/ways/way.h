/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What stands together, under a title. */
typedef enum
{
  BV_WAY_VISITED,
  BV_WAY_WAITING,
  BV_WAY_NOMINEE,
  BV_WAY_UNIT,
  BV_WAY_DOCUMENT,
  BV_WAY_ACTION,
} BvWayKind;

/* Where one can go, or what one can do. */
typedef struct
{
  BvWayKind kind;
  char *icon_name;
  char *title;
  char *detail; /* never NULL */
  char *key;    /* as people write it; NULL: none */
  char *action; /* what leads there */
  GVariant *target;
} BvWay;

BvWay *bv_way_new (BvWayKind kind, const char *icon_name, const char *title, const char *action);
BvWay *bv_way_new_page (BvWayKind kind, const char *icon_name, const char *title, const char *page);
BvWay *
bv_way_new_record (BvWayKind kind, const char *icon_name, const char *title, const char *page, gint64 record);
BvWay *bv_way_copy (const BvWay *way);
void bv_way_free (BvWay *way);
void bv_way_take_detail (BvWay *way, char *detail);
char *bv_way_write_sentence (const BvWay *way);
const char *bv_way_kind_get_title (BvWayKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvWay, bv_way_free)

G_END_DECLS
