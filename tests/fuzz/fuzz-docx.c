/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-target.h"
#include "source-target.h"

/* The bytes are a text, its styles and its numberings. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const SourcePart parts[] = {
    { "_rels/.rels", "<Relationships>"
                     "<Relationship Id='r1' Type='x/officeDocument' Target='word/document.xml'/>"
                     "</Relationships>" },
    { "word/_rels/document.xml.rels", "<Relationships>"
                                      "<Relationship Id='r1' Type='x/styles' Target='styles.xml'/>"
                                      "<Relationship Id='r2' Type='x/numbering' Target='numbering.xml'/>"
                                      "</Relationships>" },
    { "word/document.xml", NULL },
    { "word/styles.xml", NULL },
    { "word/numbering.xml", NULL },
  };

  source_target_read_package (parts, G_N_ELEMENTS (parts), data, size);
  return 0;
}
