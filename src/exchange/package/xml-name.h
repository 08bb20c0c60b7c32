/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

/* Names of XML as most programs write them; some put a prefix of their own before them. */

static inline const char *
bv_xml_name_get_local (const char *name)
{
  for (const char *p = name; *p != '\0'; p++)
    if (*p == ':')
      return p + 1;
  return name;
}

/* The value of the attribute that has this name, with or without a prefix; NULL: there is none. */
static inline const char *
bv_xml_name_find (const char **attributes, const char *name)
{
  for (; *attributes != NULL; attributes += 2)
    if (strcmp (bv_xml_name_get_local (*attributes), name) == 0)
      return attributes[1];
  return NULL;
}

/* Whether a switch of Office is on: "1" or "true". */
static inline int
bv_xml_name_is_on (const char *value)
{
  return value != NULL
         && (strcmp (value, "1") == 0 || strcmp (value, "true") == 0 || strcmp (value, "on") == 0);
}
