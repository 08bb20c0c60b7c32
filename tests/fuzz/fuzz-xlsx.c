/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-target.h"
#include "source-target.h"

/* The bytes are a sheet, its texts and its styles. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const SourcePart parts[] = {
    { "_rels/.rels", "<Relationships>"
                     "<Relationship Id='r1' Type='x/officeDocument' Target='xl/workbook.xml'/>"
                     "</Relationships>" },
    { "xl/_rels/workbook.xml.rels", "<Relationships>"
                                    "<Relationship Id='r1' Type='x/worksheet' Target='sheet.xml'/>"
                                    "<Relationship Id='r2' Type='x/sharedStrings' Target='texts.xml'/>"
                                    "<Relationship Id='r3' Type='x/styles' Target='styles.xml'/>"
                                    "</Relationships>" },
    { "xl/workbook.xml", "<workbook><sheets><sheet name='a' id='r1'/></sheets></workbook>" },
    { "xl/sheet.xml", NULL },
    { "xl/texts.xml", NULL },
    { "xl/styles.xml", NULL },
  };

  source_target_read_package (parts, G_N_ELEMENTS (parts), data, size);
  return 0;
}
