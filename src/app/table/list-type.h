/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BV_DEFINE_LIST_TYPE:
 * @TypeName: the name of a final type
 * @type_name: the same in lower case; type_name_get_n_items() and type_name_get_item(), both of a
 * #GListModel, stand before
 * @ITEM_TYPE: the type of its items
 *
 * Defines a type whose objects are lists, as %G_DEFINE_FINAL_TYPE defines one of others.
 */
#define BV_DEFINE_LIST_TYPE(TypeName, type_name, ITEM_TYPE)          \
  static GType type_name##_get_item_type (GListModel *list)          \
  {                                                                  \
    return ITEM_TYPE;                                                \
  }                                                                  \
                                                                     \
  static void type_name##_be_list (GListModelInterface *iface)       \
  {                                                                  \
    iface->get_item_type = type_name##_get_item_type;                \
    iface->get_n_items = type_name##_get_n_items;                    \
    iface->get_item = type_name##_get_item;                          \
  }                                                                  \
                                                                     \
  G_DEFINE_FINAL_TYPE_WITH_CODE (TypeName, type_name, G_TYPE_OBJECT, \
                                 G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, type_name##_be_list))

G_END_DECLS
