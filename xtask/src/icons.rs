//! The icon as PNG, for systems that install the page and don't support SVG icons.

use std::path::Path;

use anyhow::{Context, Result};
use fs_err as fs;
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use crate::doors::Files;

const SOURCE: &str = "assets/icon.svg";
/// The sizes of the usual icon, in pixels.
const SIZES: [u32; 2] = [192, 512];
/// The size of the icon that systems crop to a shape of their own.
const MASKABLE: u32 = 512;

/// The PNG files: `icon-192.png`, `icon-512.png` and `icon-maskable-512.png`.
pub(crate) fn icons(root: &Path) -> Result<Files> {
    let source = fs::read_to_string(root.join(SOURCE))?;
    let tree =
        Tree::from_str(&source, &Options::default()).with_context(|| format!("not a valid SVG: {SOURCE}"))?;
    let mut files = Files::new();
    for size in SIZES {
        files.insert(format!("icon-{size}.png"), draw(&tree, size, Color::TRANSPARENT)?);
    }
    let ground = ground(&tree)?;
    files.insert(format!("icon-maskable-{MASKABLE}.png"), draw(&tree, MASKABLE, ground)?);
    Ok(files)
}

fn draw(tree: &Tree, size: u32, ground: Color) -> Result<Vec<u8>> {
    picture(tree, size, ground)?.encode_png().context("icon not encoded as PNG")
}

fn picture(tree: &Tree, size: u32, ground: Color) -> Result<Pixmap> {
    let mut picture = Pixmap::new(size, size).context("the icon has no size")?;
    picture.fill(ground);
    let scale = size as f32 / tree.size().width();
    resvg::render(tree, Transform::from_scale(scale, scale), &mut picture.as_mut());
    Ok(picture)
}

/// The colour at the middle of the upper edge. It fills the rounded corners for systems that crop the icon themselves.
fn ground(tree: &Tree) -> Result<Color> {
    let picture = picture(tree, MASKABLE, Color::TRANSPARENT)?;
    let pixel = picture.pixel(MASKABLE / 2, 1).context("the icon has no upper edge")?.demultiply();
    Ok(Color::from_rgba8(pixel.red(), pixel.green(), pixel.blue(), u8::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn icons_have_their_sizes_and_the_maskable_one_no_corners() {
        let files = icons(&crate::root()).unwrap();
        assert_eq!(
            files.keys().collect::<Vec<_>>(),
            ["icon-192.png", "icon-512.png", "icon-maskable-512.png"]
        );
        let corner = |name: &str| {
            let picture = Pixmap::decode_png(&files[name]).unwrap();
            (picture.width(), picture.pixel(0, 0).unwrap().alpha())
        };
        assert_eq!(corner("icon-192.png"), (192, 0));
        assert_eq!(corner("icon-512.png"), (512, 0));
        assert_eq!(corner("icon-maskable-512.png"), (512, u8::MAX));
    }

    #[test]
    fn what_counts_is_in_the_area_that_every_system_shows() {
        let source = fs::read_to_string(crate::root().join(SOURCE)).unwrap();
        let tree = Tree::from_str(&source, &Options::default()).unwrap();
        let picture = picture(&tree, 100, ground(&tree).unwrap()).unwrap();
        let ground = picture.pixel(0, 0);
        // Systems may crop to a circle with a radius of 40 % around the centre.
        for (x, y) in (0..100_i32).flat_map(|x| (0..100_i32).map(move |y| (x, y))) {
            let is_outside = (x - 50).pow(2) + (y - 50).pow(2) > 41_i32.pow(2);
            assert!(!is_outside || picture.pixel(x as u32, y as u32) == ground, "{x}, {y}");
        }
    }
}
